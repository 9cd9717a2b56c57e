"""What Casa Azul sells: a table of families, each with its shelf, its shape and its models."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Model:
    """One thing in all its variants, and how it is drawn."""

    name: str
    cents: int
    variants: str = ""
    """Parted by a stroke, the smallest first; what the shop writes behind the name."""
    main: str = "crudo"
    accent: str = "blanco"
    pattern: str = "plain"
    contains: str = ""
    """Limits a customer may have that this does not keep, parted by spaces."""


@dataclass(frozen=True, slots=True)
class Family:
    prefix: str
    category: str
    shape: str
    shelf: tuple[str, int, int]
    """Aisle, bay and board where the first one lies; five boards to a bay."""
    several: int
    """How many of one piece a person takes at most, as a rule."""
    models: tuple[Model, ...]


M = Model

# fmt: off
FAMILIES = (
    Family("TAZ", "Tazas", "cup", ("A", 1, 3), 4, (
        M("Taza de barro", 890, "mini/pequeña/grande", "barro", "crudo"),
        M("Taza esmaltada", 1150, "blanca/azul/verde/roja", accent="marino", pattern="rim"),
        M("Taza de porcelana «Azahar»", 1490, "pequeña/grande", "blanco", "naranja", "flower"),
        M("Taza de gres", 1320, "arena/azul/negra/verde", accent="crudo", pattern="band"),
        M("Taza de desayuno «Lunares»", 1280, "roja/azul/verde/amarilla", pattern="dots"),
        M("Taza con infusor", 1890, "blanca/azul/gris", accent="mostaza", pattern="leaf"),
        M("Taza de café «Rayas»", 750, "azul/roja/negra", pattern="stripes"),
        M("Taza infantil", 1090, "zorro/búho/oso", "celeste", "marino", "letter"),
        M("Taza «Buenos días»", 1190, "pequeña/grande", "mostaza", "blanco", "sun"),
        M("Taza de viaje", 2290, "", "turquesa", "crudo", "checks"),
    )),
    Family("TET", "Teteras", "teapot", ("A", 8, 1), 1, (
        M("Tetera de hierro", 4890, "azul/negra/roja/verde", accent="gris", pattern="dots"),
        M("Tetera de barro", 3250, "pequeña/grande", "barro", "crudo"),
        M("Tetera de porcelana «Azahar»", 3990, "pequeña/grande",
          "blanco", "naranja", "flower"),
        M("Tetera de cristal", 2890, "600 ml/1 l", "celeste", "blanco"),
        M("Tetera esmaltada", 2690, "blanca/azul/verde/roja", accent="marino", pattern="rim"),
        M("Tetera de gres", 3480, "arena/azul/negra", accent="crudo", pattern="band"),
        M("Tetera «Rayas»", 2980, "azul/roja", pattern="stripes"),
        M("Tetera para uno", 2450, "mostaza/rosa/lila", accent="blanco", pattern="heart"),
        M("Tetera kyusu", 4290, "terracota/negra", accent="dorado", pattern="zigzag"),
    )),
    Family("PLA", "Platos y cuencos", "plate", ("A", 14, 1), 6, (
        M("Plato llano de gres", 1450, "arena/azul/negro/verde", accent="crudo"),
        M("Plato hondo de gres", 1390, "arena/azul/negro/verde",
          accent="crudo", pattern="zigzag"),
        M("Plato de postre «Lunares»", 980, "rojo/azul/verde/amarillo", pattern="dots"),
        M("Fuente de barro", 2450, "pequeña/mediana/grande", "barro", "crudo"),
        M("Cuenco de barro", 950, "pequeño/mediano/grande", "terracota", "crudo"),
        M("Cuenco de gres", 1280, "arena/azul/negro/verde", accent="crudo", pattern="band"),
        M("Plato de porcelana «Azahar»", 1690, "de postre/hondo/llano",
          "blanco", "naranja", "flower"),
        M("Plato «Rayas»", 1320, "azul/rojo/negro", pattern="stripes"),
        M("Platillo para té", 650, "blanco/celeste", accent="verde", pattern="leaf"),
        M("Bandeja esmaltada", 2290, "blanca/azul", accent="marino"),
    )),
    Family("VEL", "Velas", "candle", ("B", 1, 1), 3, (
        M("Vela de lavanda", 1290, "pequeña/grande", "lila", "blanco", "leaf"),
        M("Vela de azahar", 1290, "pequeña/grande", "crudo", "naranja", "flower"),
        M("Vela de higo", 1290, "pequeña/grande", "oliva", "lila", "dots"),
        M("Vela de vainilla", 1190, "pequeña/grande", "arena", "marrón", "stripes"),
        M("Vela de cedro", 1390, "pequeña/grande", "marrón", "verde", "zigzag"),
        M("Vela de jazmín", 1290, "pequeña/grande", "blanco", "verde", "flower"),
        M("Vela de canela y naranja", 1190, "pequeña/grande", "naranja", "marrón", "sun"),
        M("Vela de romero", 1190, "pequeña/grande", "verde", "crudo", "leaf"),
        M("Vela de brisa marina", 1390, "pequeña/grande", "turquesa", "blanco", "wave"),
        M("Vela de rosas", 1290, "pequeña/grande", "rosa", "rojo", "heart"),
        M("Vela de limonero", 1190, "pequeña/grande", "amarillo", "verde", "dots"),
        M("Vela de té blanco", 1390, "pequeña/grande", "celeste", "oliva", "band"),
        M("Vela de cera de abeja", 990, "pequeña/mediana/grande",
          "mostaza", "marrón", "checks"),
        M("Vela flotante", 450, "blanca/azul/verde", accent="dorado", pattern="wave"),
        M("Vela de cumpleaños", 590, "dorada/plateada", accent="rojo", pattern="star"),
        M("Vela trenzada", 1090, "terracota/mostaza", accent="crudo", pattern="zigzag"),
    )),
    Family("JAB", "Jabones", "soap", ("B", 9, 1), 3, (
        M("Jabón de oliva", 590, "100 g/200 g", "oliva", "crudo", "leaf"),
        M("Jabón de lavanda", 590, "100 g/200 g", "lila", "blanco", "flower"),
        M("Jabón de azahar", 650, "100 g/200 g", "naranja", "blanco", "flower"),
        M("Jabón de romero", 590, "100 g/200 g", "verde", "crudo", "leaf"),
        M("Jabón de avena", 550, "100 g/200 g", "arena", "marrón", "dots", contains="gluten"),
        M("Jabón de miel", 620, "100 g/200 g", "mostaza", "marrón", "checks"),
        M("Jabón de carbón", 690, "100 g/200 g", "negro", "gris", "band"),
        M("Jabón de rosas", 650, "100 g/200 g", "rosa", "rojo", "heart"),
        M("Jabón de limón", 550, "100 g/200 g", "amarillo", "verde", "sun"),
        M("Jabón de leche de cabra", 720, "100 g/200 g", "blanco", "azul", "stripes"),
        M("Jabón de argán", 790, "100 g/200 g", "terracota", "dorado", "star"),
        M("Jabón de menta", 590, "100 g/200 g", "turquesa", "blanco", "wave"),
        M("Jabón de canela", 590, "100 g/200 g", "marrón", "naranja", "zigzag"),
        M("Jabón de afeitar", 890, "", "marino", "blanco", "stripes"),
        M("Jabón de viaje", 490, "", "celeste", "marino", "dots"),
    )),
    Family("INF", "Infusiones", "pouch", ("C", 1, 1), 3, (
        M("Manzanilla con anís", 490, "50 g/100 g", "amarillo", "blanco", "flower"),
        M("Menta poleo", 450, "50 g/100 g", "verde", "blanco", "leaf"),
        M("Rooibos con vainilla", 620, "50 g/100 g", "terracota", "arena", "stripes"),
        M("Rooibos con naranja", 620, "50 g/100 g", "naranja", "rojo", "sun"),
        M("Hierba luisa", 480, "50 g/100 g", "oliva", "amarillo", "leaf"),
        M("Tila y azahar", 520, "50 g/100 g", "crudo", "naranja", "flower"),
        M("Jengibre y limón", 560, "50 g/100 g", "mostaza", "verde", "zigzag"),
        M("Frutos rojos", 590, "50 g/100 g", "rojo", "lila", "dots"),
        M("Flor de hibisco", 540, "50 g/100 g", "rosa", "rojo", "flower"),
        M("Tomillo y miel", 560, "50 g/100 g", "gris", "mostaza", "checks"),
        M("Cúrcuma y pimienta", 640, "50 g/100 g", "marrón", "amarillo", "zigzag"),
        M("Dulces sueños", 590, "50 g/100 g", "marino", "amarillo", "star"),
    )),
    Family("TE", "Tés", "tin", ("C", 11, 1), 3, (
        M("Té verde Sencha", 890, "100 g/250 g", "verde", "blanco", "leaf"),
        M("Té verde Gunpowder", 690, "100 g/250 g", "oliva", "mostaza", "dots"),
        M("Té verde con jazmín", 820, "100 g/250 g", "celeste", "blanco", "flower"),
        M("Té moruno con menta", 720, "100 g/250 g", "turquesa", "dorado", "star"),
        M("Matcha de ceremonia", 2490, "30 g/80 g", "verde", "negro", "band"),
        M("Té negro Earl Grey", 790, "100 g/250 g", "marino", "naranja", "stripes"),
        M("Té negro English Breakfast", 690, "100 g/250 g", "rojo", "marino", "band"),
        M("Té negro Darjeeling", 1190, "100 g/250 g", "marrón", "dorado", "zigzag"),
        M("Té negro Assam", 850, "100 g/250 g", "terracota", "crudo", "zigzag"),
        M("Té chai especiado", 890, "100 g/250 g", "naranja", "marrón", "star"),
        M("Té rojo Pu Erh", 790, "100 g/250 g", "rojo", "negro", "dots"),
        M("Té blanco Pai Mu Tan", 1290, "100 g/250 g", "blanco", "verde", "leaf"),
        M("Oolong de Formosa", 1390, "100 g/250 g", "azul", "dorado", "wave"),
        M("Genmaicha con arroz tostado", 890, "100 g/250 g", "arena", "verde", "dots"),
        M("Té verde con limón y jengibre", 820, "100 g/250 g", "amarillo", "verde", "sun"),
        M("Té negro con vainilla", 820, "100 g/250 g", "crudo", "marrón", "stripes"),
        M("Té negro de Navidad", 890, "100 g/250 g", "rojo", "verde", "star", "nuts"),
        M("Té rojo con canela", 790, "100 g/250 g", "marrón", "rojo", "checks"),
        M("Té ahumado Lapsang", 990, "100 g/250 g", "negro", "gris", "wave"),
        M("Té azul con flores", 1090, "100 g/250 g", "azul", "rosa", "flower"),
        M("Té negro con naranja", 820, "100 g/250 g", "negro", "naranja", "sun"),
        M("Té verde «Casa Azul»", 950, "100 g/250 g", "azul", "blanco", "heart"),
    )),
    Family("DUL", "Dulces y chocolate", "bar", ("C", 21, 1), 3, (
        M("Chocolate negro 70 %", 450, "100 g/200 g", "marrón", "dorado", "band", "sugar"),
        M("Chocolate con leche", 420, "100 g/200 g", "azul", "blanco", "wave", "milk sugar"),
        M("Chocolate con avellanas", 520, "100 g/200 g",
          "verde", "marrón", "dots", "nuts milk sugar"),
        M("Chocolate con naranja", 490, "100 g/200 g", "naranja", "marrón", "sun", "sugar"),
        M("Chocolate con sal", 490, "100 g/200 g", "turquesa", "blanco", "zigzag", "sugar"),
        M("Chocolate blanco", 450, "100 g/200 g", "crudo", "rosa", "heart", "milk sugar"),
        M("Chocolate con café", 490, "100 g/200 g", "negro", "arena", "stripes", "sugar"),
        M("Chocolate sin azúcar", 540, "100 g/200 g", "gris", "rojo", "checks"),
        M("Turrón de almendra", 1250, "blando/duro",
          "arena", "marrón", "letter", "nuts eggs sugar"),
        M("Turrón de yema", 1190, "", "amarillo", "marrón", "stripes", "nuts eggs sugar"),
        M("Mazapanes de Toledo", 990, "200 g/400 g",
          "mostaza", "blanco", "star", "nuts eggs sugar"),
        M("Polvorones de canela", 890, "300 g/600 g",
          "terracota", "crudo", "dots", "gluten nuts sugar"),
        M("Bombones surtidos", 1290, "9 piezas/16 piezas/25 piezas",
          "rojo", "dorado", "heart", "nuts milk alcohol sugar"),
        M("Almendras garrapiñadas", 690, "150 g/300 g", "lila", "marrón", "dots", "nuts sugar"),
        M("Miel de romero", 890, "250 g/500 g", "mostaza", "verde", "leaf", "sugar"),
        M("Miel de azahar", 920, "250 g/500 g", "dorado", "naranja", "flower", "sugar"),
        M("Caramelos de violeta", 550, "", "lila", "blanco", "flower", "sugar"),
        M("Galletas de mantequilla", 690, "200 g/400 g",
          "celeste", "mostaza", "star", "gluten milk eggs sugar"),
        M("Mermelada de higos", 620, "", "rosa", "lila", "checks", "sugar"),
    )),
    Family("COJ", "Cojines", "cushion", ("D", 1, 1), 2, (
        M("Cojín de lino", 2490, "arena/azul/mostaza/terracota/verde/gris", accent="crudo"),
        M("Cojín «Olas»", 2690, "azul/turquesa/gris", pattern="wave"),
        M("Cojín «Rayas»", 2590, "marino/rojo/verde", pattern="stripes"),
        M("Cojín «Lunares»", 2590, "rosa/mostaza/celeste", pattern="dots"),
        M("Cojín de terciopelo", 3290, "verde/rosa/marino/mostaza",
          accent="dorado", pattern="star"),
        M("Cojín de punto", 3490, "crudo/gris/terracota", accent="marrón", pattern="zigzag"),
        M("Cojín «Cuadros»", 2690, "rojo/azul/negro", pattern="checks"),
        M("Cojín de suelo", 4490, "pequeño/mediano/grande", "oliva", "crudo", "band"),
    )),
    Family("PAN", "Pañuelos y bufandas", "scarf", ("D", 8, 1), 2, (
        M("Pañuelo de seda", 3900, "azul/rojo/verde/mostaza/rosa/lila",
          accent="crudo", pattern="leaf"),
        M("Fular de algodón", 1990, "blanco/azul/terracota/oliva", accent="arena"),
        M("Bufanda de lana", 2990, "gris/azul/roja/mostaza/verde",
          accent="crudo", pattern="band"),
        M("Pañuelo «Lunares»", 1690, "rojo/negro/celeste", pattern="dots"),
        M("Bufanda de cuadros", 2790, "roja/azul/verde", accent="negro", pattern="checks"),
        M("Fular «Olas»", 2190, "turquesa/marino/rosa", pattern="wave"),
        M("Bufanda infantil", 1590, "amarilla/azul", accent="rojo", pattern="stripes"),
    )),
    Family("CUA", "Cuadernos", "notebook", ("E", 1, 1), 3, (
        M("Cuaderno de tapa dura", 1290, "azul/rojo/verde/negro/mostaza/rosa",
          accent="crudo", pattern="band"),
        M("Cuaderno con inicial", 1490, "A/B/C/D/E/I/J/L/M/S", "arena", "marino", "letter"),
        M("Libreta de bolsillo", 650, "azul/roja/verde/amarilla", pattern="dots"),
        M("Cuaderno punteado", 1090, "A6/A5/A4", "turquesa", "blanco", "letter"),
        M("Agenda semanal", 1690, "azul/terracota/lila", accent="blanco", pattern="checks"),
        M("Cuaderno de recetas", 1590, "", "crudo", "rojo", "heart"),
        M("Diario de viaje", 1790, "", "marrón", "dorado", "star"),
        M("Álbum de fotos", 2490, "pequeño/grande", "rosa", "blanco", "flower"),
    )),
    Family("TAR", "Tarjetas", "card", ("E", 8, 1), 6, (
        M("Tarjeta «Gracias»", 290, "azul/rosa", pattern="heart"),
        M("Tarjeta «Feliz cumpleaños»", 320, "amarilla/azul/roja", pattern="star"),
        M("Tarjeta «Enhorabuena»", 320, "", "verde", "amarillo", "star"),
        M("Tarjeta «Te echo de menos»", 320, "", "marino", "rosa", "heart"),
        M("Tarjeta «Hola, bebé»", 350, "celeste/rosa/amarilla",
          accent="blanco", pattern="flower"),
        M("Tarjeta «Sí, quiero»", 350, "", "crudo", "dorado", "heart"),
        M("Tarjeta «Con cariño»", 290, "roja/verde", accent="crudo", pattern="flower"),
        M("Tarjeta «Feliz Navidad»", 290, "roja/verde/azul", accent="dorado", pattern="leaf"),
        M("Tarjeta «Mucha suerte»", 290, "", "oliva", "blanco", "leaf"),
        M("Tarjeta con inicial", 340, "A/C/E/L/M", "crudo", "marino", "letter"),
        M("Postal «Mar»", 150, "", "turquesa", "blanco", "wave"),
        M("Postal «Limonero»", 150, "", "verde", "amarillo", "sun"),
    )),
    Family("JAR", "Jarrones y macetas", "vase", ("F", 1, 1), 1, (
        M("Jarrón de barro", 2290, "pequeño/mediano/grande", "barro", "crudo", "band"),
        M("Jarrón de cristal", 1990, "blanco/verde/azul/ámbar", accent="crudo"),
        M("Jarrón de gres", 2890, "arena/negro/azul", accent="crudo", pattern="zigzag"),
        M("Florero «Rayas»", 2490, "azul/rojo", pattern="stripes"),
        M("Jarrón de porcelana", 3490, "blanco/celeste/rosa", accent="azul", pattern="flower"),
        M("Maceta de barro", 790, "pequeña/mediana/grande", "terracota", "crudo"),
        M("Maceta esmaltada", 1490, "blanca/azul/amarilla/verde",
          accent="marino", pattern="rim"),
        M("Jarra «Lunares»", 2190, "roja/azul", pattern="dots"),
    )),
    Family("COC", "Delantales y paños", "apron", ("F", 7, 1), 2, (
        M("Delantal de lino", 2790, "arena/azul/verde/negro/terracota", accent="crudo"),
        M("Delantal «Rayas»", 2490, "azul/rojo/negro", pattern="stripes"),
        M("Paño de cocina", 790, "azul/rojo/verde/amarillo", pattern="checks"),
        M("Manopla «Lunares»", 1190, "roja/azul/verde", pattern="dots"),
        M("Delantal infantil", 1690, "amarillo/celeste", accent="rojo", pattern="star"),
    )),
)
# fmt: on
