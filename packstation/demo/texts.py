"""What customers write and what packers wrote to them, in the five languages of the demo."""

from typing import Final

GIFT_MESSAGES: Final = {
    "es": (
        "¡Feliz cumpleaños! Que este año sea precioso.",
        "Para tus tardes de sofá. Un abrazo enorme.",
        "Gracias por todo lo que haces. Te queremos.",
        "Para la casa nueva, con todo el cariño.",
        "Felices fiestas. ¡A brindar por los reencuentros!",
    ),
    "ca": (
        "Per molts anys! Que el passis molt bé.",
        "Per a la casa nova, amb molt d’amor.",
        "Gràcies per ser-hi sempre. Una abraçada.",
    ),
    "en": (
        "Happy birthday! Put the kettle on and think of us.",
        "For the new house, with all our love.",
        "Thank you for everything. A big hug.",
    ),
    "fr": (
        "Joyeux anniversaire ! On pense fort à toi.",
        "Pour la nouvelle maison, avec toute notre affection.",
        "Merci pour tout. On t’embrasse.",
    ),
    "de": (
        "Alles Gute zum Geburtstag! Wir denken an dich.",
        "Für die neue Wohnung, mit ganz viel Liebe.",
        "Danke für alles. Fühl dich umarmt.",
    ),
}

MESSAGES: Final = {
    "es": (
        "Si no hay nadie en casa, dejadlo en la panadería de abajo. Gracias.",
        "¿Podéis mandarlo antes del viernes? Es para un cumpleaños.",
        "El timbre no funciona, llamad al móvil, por favor.",
        "Me encantó el último pedido. ¡Gracias por cuidarlo tanto!",
    ),
    "ca": (
        "Si no hi som, deixeu-ho a la veïna del segon. Gràcies!",
        "El timbre no va, truqueu al mòbil si us plau.",
    ),
    "en": (
        "Please leave it with the neighbour at number 4 if we are out.",
        "Lovely parcel last time, thank you!",
    ),
    "fr": (
        "Merci de bien emballer, la dernière fois le carton était un peu mou.",
        "Si je ne suis pas là, la gardienne peut prendre le paquet.",
    ),
    "de": (
        "Bitte bei den Nachbarn im Erdgeschoss abgeben, falls niemand da ist.",
        "Vielen Dank für das schöne letzte Paket!",
    ),
}

COMPLAINTS: Final = {
    "damaged": {
        "es": ("Llegó rota, qué pena.", "Venía con una esquina golpeada."),
        "ca": ("Ha arribat trencada, quina llàstima.",),
        "en": ("It arrived broken, such a pity.",),
        "fr": ("Arrivé cassé, quel dommage.",),
        "de": ("Leider ist ein Stück zerbrochen angekommen.",),
    },
    "missing": {
        "es": ("Falta una pieza en la caja.", "No venía todo lo que pedí."),
        "ca": ("Falta una peça a la caixa.",),
        "en": ("One piece was missing from the box.",),
        "fr": ("Il manquait une pièce dans le colis.",),
        "de": ("Ein Stück hat im Paket gefehlt.",),
    },
    "wrong": {
        "es": ("Pedí otro color.", "Me ha llegado el tamaño que no era."),
        "ca": ("N’havia demanat un altre color.",),
        "en": ("I had ordered another size.",),
        "fr": ("J’avais commandé une autre couleur.",),
        "de": ("Ich hatte eine andere Farbe bestellt.",),
    },
    "late": {
        "es": ("Ha tardado más de una semana.", "Llegó después del cumpleaños."),
        "ca": ("Ha arribat massa tard.",),
        "en": ("It came after the birthday.",),
        "fr": ("Le colis est arrivé trop tard.",),
        "de": ("Das Paket kam zu spät an.",),
    },
    "quality": {
        "es": ("Huele menos que la otra vez.", "El esmalte tiene una burbuja."),
        "ca": ("L’esmalt té una bombolla.",),
        "en": ("The glaze has a small bubble.",),
        "fr": ("L’émail a une petite bulle.",),
        "de": ("Die Glasur hat eine kleine Blase.",),
    },
}  # fmt: skip

# {n} becomes ", Lucía", or nothing where nobody knows how to call the person.
NOTES: Final = {
    "second": {
        "es": (
            "Gracias por volver{n}. Nos alegra mucho verte otra vez por aquí.",
            "Qué ilusión tu segundo pedido{n}. Lo hemos preparado con mimo.",
            "Hola otra vez{n}. Ojalá este paquete te guste tanto como el primero.",
        ),
        "ca": (
            "Gràcies per tornar{n}. Ens alegra molt veure’t un altre cop.",
            "Quina il·lusió la teva segona comanda{n}. L’hem preparada amb cura.",
        ),
        "en": (
            "Lovely to see you again{n}. We packed this one with extra care.",
            "Thank you for coming back{n}. It made our morning.",
        ),
        "fr": (
            "Merci d’être de retour{n}. Cela nous fait vraiment plaisir.",
            "Quelle joie, cette deuxième commande{n}. Préparée avec soin.",
        ),
        "de": (
            "Wie schön, wieder von dir zu hören{n}. Mit Sorgfalt gepackt.",
            "Danke fürs Wiederkommen{n}. Darüber haben wir uns gefreut.",
        ),
    },
    "milestone": {
        "es": (
            "Ya son muchos paquetes{n}. Gracias por contar con nosotros.",
            "Tu nombre ya nos suena a casa{n}. Gracias de verdad.",
            "Da gusto preparar tus pedidos{n}. Que lo disfrutes.",
        ),
        "ca": ("Ja són molts paquets{n}. Gràcies per comptar amb nosaltres.",),
        "en": ("So many parcels by now{n}. Thank you for thinking of us.",),
        "fr": ("Déjà tant de colis{n}. Merci de penser à nous.",),
        "de": ("So viele Pakete inzwischen{n}. Danke, dass du an uns denkst.",),
    },
    "returning": {
        "es": (
            "Qué alegría volver a verte por aquí{n}.",
            "Te echábamos de menos{n}. Gracias por acordarte de nosotros.",
        ),
        "ca": ("Quina alegria tornar-te a veure per aquí{n}.",),
        "en": ("How good to have you back{n}.",),
        "fr": ("Quel plaisir de te retrouver{n}.",),
        "de": ("Wie schön, dich wieder hier zu haben{n}.",),
    },
    "recovery": {
        "es": (
            "Sentimos lo de la última vez{n}. Esta caja la hemos mirado dos veces.",
            "La última vez no salió bien{n}. Hoy va todo con doble papel.",
        ),
        "ca": ("Ens sap greu el de l’última vegada{n}. Avui ho hem mirat dues vegades.",),
        "en": ("We are sorry about last time{n}. We checked this box twice.",),
        "fr": ("Désolés pour la dernière fois{n}. Ce colis a été vérifié deux fois.",),
        "de": ("Das letzte Mal tut uns leid{n}. Dieses Paket haben wir doppelt geprüft.",),
    },
}
