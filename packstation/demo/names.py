"""Names and places from which the demo shop's made-up customers are put together."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Region:
    """People of one language in one country."""

    language: str
    country: str
    abroad: str
    """The label's last line; empty at home."""
    share: int
    given: str
    family: str
    streets: str
    """With ``#`` where the house number goes."""
    cities: str
    """``code city`` pairs, parted by strokes; ``#`` stands for a digit."""
    two_surnames: float = 0.0


REGIONS: Final = (
    Region(
        "es", "ES", "", 66,
        "Lucía/María/Carmen/Ana/Laura/Elena/Nuria/Rosa/Inés/Pilar/Teresa/Sara/Paula/Alba/"
        "Irene/Raquel/Silvia/Beatriz/Marina/Julia/Clara/Sofía/Valeria/Noelia/Rocío/Olga/"
        "Amparo/Candela/Jimena/Ainhoa/Ane/Maite/Nerea/Uxía/Antía/Javier/Carlos/Miguel/Pablo/"
        "Álvaro/Sergio/Diego/Rubén/Adrián/Hugo/Iván/Óscar/Jaime/Gonzalo/Ignacio/Andrés/Luis/"
        "Iker/Unai/Jon/Brais/Xoán/Tomás/Emilio/Manuel/Fernando/Rafael/Marcos/Mario",
        "García/Fernández/López/Martín/Sánchez/Pérez/Gómez/Ruiz/Díaz/Moreno/Álvarez/Romero/"
        "Navarro/Torres/Domínguez/Vázquez/Gil/Serrano/Blanco/Molina/Morales/Ortega/Delgado/"
        "Castro/Ortiz/Rubio/Marín/Sanz/Iglesias/Núñez/Medina/Garrido/Cortés/Castillo/Lozano/"
        "Guerrero/Cano/Prieto/Méndez/Cruz/Calvo/Gallego/Vidal/León/Herrera/Peña/Cabrera/"
        "Campos/Vega/Fuentes/Carrasco/Reyes/Nieto/Aguilar/Pascual/Herrero/Lorenzo/Robles/"
        "Etxebarria/Olaizola/Agirre/Mendizabal/Goikoetxea/Otero/Fraga/Seoane/Pazos/Rivas/"
        "Ibáñez/Bravo",
        "Calle del Olmo, #/Calle Mayor, #/Calle de la Paz, #/Avenida de la Constitución, #/"
        "Calle San Juan, #/Paseo del Prado, #/Calle Real, #/Calle de los Olivos, #/"
        "Plaza Nueva, #/Calle del Carmen, #/Calle de la Fuente, #/Camino del Molino, #/"
        "Calle Luna, #/Avenida de Andalucía, #/Calle Jardines, #/Travesía del Horno, #/"
        "Ronda Norte, #/Calle de las Huertas, #/Calle Almendro, #/Rúa do Mar, #/"
        "Calle Ancha, #",
        "280## Madrid/410## Sevilla/460## Valencia/480## Bilbao/500## Zaragoza/290## Málaga/"
        "180## Granada/330## Oviedo/390## Santander/470## Valladolid/370## Salamanca/"
        "150## A Coruña/362## Vigo/010## Vitoria-Gasteiz/310## Pamplona/260## Logroño/"
        "300## Murcia/030## Alicante/020## Albacete/060## Badajoz/100## Cáceres/"
        "140## Córdoba/110## Cádiz/240## León/090## Burgos/400## Segovia/450## Toledo/"
        "160## Cuenca/200## San Sebastián/332## Gijón/350## Las Palmas de Gran Canaria/"
        "070## Palma",
        0.35,
    ),
    Region(
        "ca", "ES", "", 13,
        "Núria/Montserrat/Laia/Mireia/Marta/Anna/Júlia/Carla/Aina/Gemma/Meritxell/Roser/Neus/"
        "Queralt/Berta/Pau/Jordi/Joan/Marc/Arnau/Oriol/Pol/Albert/Xavier/Martí/Guillem/Roger/"
        "Biel/Ferran/Quim",
        "Serra/Puig/Ferrer/Soler/Vila/Roca/Bosch/Pujol/Mas/Rovira/Font/Sala/Vidal/Riera/"
        "Costa/Casals/Planas/Camps/Bonet/Camprubí/Torrent/Prat/Oliveras/Ribas/Batlle/Gual/"
        "Massot",
        "Carrer de la Pau, #/Carrer Major, #/Carrer del Pi, #/Passeig de Mar, #/"
        "Carrer Nou, #/Plaça del Mercat, #/Carrer de les Flors, #/Rambla de Dalt, #/"
        "Carrer del Forn, #/Avinguda del Parc, #/Carrer de Sant Jaume, #",
        "080## Barcelona/170## Girona/430## Tarragona/250## Lleida/082## Sabadell/085## Vic/"
        "083## Mataró/432## Reus/070## Palma/176## Figueres/087## Igualada",
        0.2,
    ),
    Region(
        "fr", "FR", "Francia", 7,
        "Camille/Léa/Manon/Chloé/Marie/Claire/Hélène/Juliette/Inès/Sandrine/Nathalie/Élise/"
        "Louis/Hugo/Antoine/Julien/Thomas/Mathieu/Olivier/Rémi/Baptiste/Étienne/Lucas/Vincent",
        "Dubois/Moreau/Lefèvre/Girard/Rousseau/Fontaine/Chevalier/Mercier/Blanchard/Garnier/"
        "Faure/Perrin/Morel/Gauthier/Bonnet/Lambert/Marchand/Renard/Carpentier/Besson",
        "# rue des Lilas/# rue Victor-Hugo/# avenue de la Gare/# rue du Moulin/"
        "# place du Marché/# chemin des Vignes/# rue de l’Église/# quai des Tanneurs/"
        "# impasse du Four",
        "690## Lyon/330## Bordeaux/310## Toulouse/440## Nantes/350## Rennes/640## Pau/"
        "660## Perpignan/340## Montpellier/750## Paris/590## Lille",
    ),
    Region(
        "de", "DE", "Alemania", 5,
        "Jonas/Lukas/Felix/Moritz/Stefan/Matthias/Jürgen/Tobias/Anke/Sabine/Katrin/Heike/"
        "Lena/Greta/Johanna/Ulrike/Birgit/Mareike/Till/Henning",
        "Weber/Schäfer/Hoffmann/Becker/Krüger/Vogel/Brandt/Lorenz/Seidel/Böhm/Winkler/Fuchs/"
        "Jäger/Kühn/Reuter/Thiele/Lindner/Hahn",
        "Lindenstraße #/Gartenweg #/Am Mühlbach #/Kastanienallee #/Bahnhofstraße #/"
        "Rosenweg #/Hauptstraße #/Kirchgasse #",
        "104## Berlin/200## Hamburg/803## München/506## Köln/790## Freiburg/042## Leipzig/"
        "010## Dresden/280## Bremen",
    ),
    Region(
        "de", "AT", "Austria", 1,
        "Lukas/Sebastian/Katharina/Magdalena/Theresa/Florian/Elisabeth/Barbara",
        "Gruber/Pichler/Moser/Steiner/Egger/Leitner/Haas/Wallner",
        "Mariengasse #/Am Anger #/Schulgasse #/Wiener Straße #",
        "10#0 Wien/80#0 Graz/50#0 Salzburg/60#0 Innsbruck",
    ),
    Region(
        "en", "GB", "Reino Unido", 5,
        "Emma/Charlotte/Alice/Harriet/Fiona/Rachel/Hannah/Eleanor/Megan/Oliver/George/Harry/"
        "Edward/Callum/Rory/Simon/Andrew/Gareth",
        "Walker/Hughes/Bennett/Carter/Ellis/Fletcher/Marsh/Harding/Pearce/Whitfield/Lowe/"
        "Barlow/Drummond/Kerr/Ashdown/Thorne",
        "# Mill Lane/# Church Road/# Station Road/# Victoria Terrace/# The Green/"
        "# Orchard Close/# High Street",
        "BS6 #QA Bristol/EH3 #LR Edinburgh/M21 #TG Manchester/CF5 #HB Cardiff/"
        "BN1 #JN Brighton/YO10 #DL York/NR2 #EF Norwich",
    ),
    Region(
        "en", "IE", "Irlanda", 1,
        "Aoife/Niamh/Ciara/Sinéad/Conor/Declan/Eoin/Cormac",
        "Murphy/Byrne/Doyle/Gallagher/Kavanagh/Nolan/Keane",
        "# Abbey Street/# Chapel Hill/# Harbour View",
        "H91 X#P2 Galway/T12 K#R4 Cork/D08 V#N3 Dublin",
    ),
    Region(
        "en", "ES", "", 2,
        "Susan/Peter/Linda/Graham/Karen/Nigel/Deborah/Keith",
        "Palmer/Rowe/Holt/Burton/Neal/Webster",
        "Calle Mirador, #/Urbanización Los Pinos, #/Avenida del Mar, #/Calle Almazara, #",
        "297## Nerja/037## Jávea/046## Mojácar/380## Puerto de la Cruz",
    ),
)  # fmt: skip
