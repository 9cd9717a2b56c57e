"""What shops write over their columns, in Spanish and English: a table to guess by."""

from collections.abc import Mapping
from typing import Final

from packstation.domain.matching import Lists

HEADER_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "order": (
        "order", "order number", "order no", "order id", "order ref", "order reference",
        "pedido", "numero de pedido", "numero pedido", "n pedido", "no pedido", "num pedido",
        "id pedido", "id de pedido", "ref pedido", "referencia pedido", "orden", "no orden",
        "numero de orden", "purchase order", "sale id", "venta", "no venta", "receipt id",
        "documento", "no documento", "albaran", "factura", "no factura", "invoice",
        "invoice no", "invoice number",
    ),
    "date": (
        "date", "order date", "purchase date", "created", "created at", "sale date",
        "date of order", "placed", "placed at", "ordered at", "fecha", "fecha pedido",
        "fecha del pedido", "fecha de pedido", "fecha compra", "fecha de compra",
        "fecha venta", "fecha de venta", "fecha factura", "creado", "realizado",
        "invoice date", "dia",
    ),
    "status": (
        "status", "order status", "state of order", "estado", "estado pedido",
        "estado del pedido", "situacion",
    ),
    "sku": (
        "sku", "item sku", "product code", "item code", "item number", "article number",
        "article code", "product id", "item id", "reference", "ref", "product ref",
        "product reference", "part number", "stock code", "seller sku", "style", "referencia",
        "ref articulo", "ref producto", "referencia producto", "referencia articulo",
        "cod articulo", "codigo articulo", "codigo de articulo", "codigo producto",
        "codigo de producto", "cod producto", "codigo", "cod", "id articulo", "id producto",
        "modelo",
    ),
    "barcode": (
        "barcode", "bar code", "ean", "ean13", "ean 13", "gtin", "upc", "isbn", "ean code",
        "codigo de barras", "codigo barras", "cod barras", "cod de barras", "c barras",
        "codigo ean",
    ),
    "product": (
        "product", "product name", "item", "item name", "item title", "description",
        "product title", "article", "title", "product description", "name of product",
        "producto", "nombre producto", "nombre del producto", "nombre de producto",
        "articulo", "nombre articulo", "nombre del articulo", "descripcion", "concepto",
        "detalle", "titulo",
    ),
    "variant": (
        "variant", "variation", "variations", "option", "options", "size", "color", "colour",
        "variante", "variacion", "opcion", "opciones", "talla", "combinacion",
    ),
    "place": (
        "place", "location", "bin", "shelf", "bin location", "warehouse location",
        "ubicacion", "sitio", "estanteria", "hueco", "pasillo", "almacen",
    ),
    "category": ("category", "type", "product type", "categoria", "familia", "seccion"),
    "quantity": (
        "quantity", "qty", "quantity ordered", "units", "pieces", "pcs", "count", "amount of",
        "number of items", "items ordered", "quantity purchased", "cantidad", "cant", "ctd",
        "cdad", "uds", "ud", "unidades", "piezas", "n unidades", "no unidades", "pzas",
    ),
    "price": (
        "price", "unit price", "item price", "price each", "cost per item", "precio",
        "precio unitario", "precio unidad", "precio ud", "pvp", "p unitario", "importe linea",
        "importe unitario",
    ),
    "line_note": (
        "line note", "item note", "engraving", "personalisation", "personalization",
        "customisation", "customization", "nota de linea", "personalizacion", "grabado",
        "texto grabado",
    ),
    "customer": (
        "customer id", "customer", "customer number", "client id", "buyer id", "user id",
        "buyer username", "cliente", "id cliente", "id de cliente", "codigo cliente",
        "no cliente", "numero cliente", "num cliente", "cod cliente", "client",
    ),
    "name": (
        "name", "customer name", "buyer name", "buyer", "full name", "bill to",
        "billing name", "client name", "nombre", "nombre cliente", "nombre del cliente",
        "nombre de cliente", "nombre completo", "nombre y apellidos", "comprador",
        "razon social", "titular", "cliente", "customer",
    ),
    "email": (
        "email", "e mail", "mail", "email address", "customer email", "buyer email",
        "correo", "correo electronico", "correo e", "email cliente", "direccion de correo",
    ),
    "recipient": (
        "recipient", "ship to", "ship name", "shipping name", "deliver to", "recipient name",
        "destinatario", "nombre destinatario", "nombre envio", "nombre de envio",
        "entregar a", "para",
    ),
    "address1": (
        "address", "address 1", "address line 1", "street", "shipping address",
        "ship address", "delivery address", "ship address 1", "shipping address 1",
        "shipping street", "direccion", "direccion 1", "direccion envio",
        "direccion de envio", "direccion de entrega", "domicilio", "calle",
    ),
    "address2": (
        "address 2", "address line 2", "apartment", "ship address 2", "shipping address 2",
        "direccion 2", "piso", "puerta", "piso y puerta", "resto direccion",
        "complemento direccion",
    ),
    "postcode": (
        "postcode", "postal code", "zip", "zip code", "post code", "ship zip",
        "shipping zip", "ship postal code", "shipping postcode", "codigo postal", "cp",
        "c p", "cod postal", "cp envio",
    ),
    "city": (
        "city", "town", "ship city", "shipping city", "ciudad", "poblacion", "localidad",
        "municipio", "ciudad envio",
    ),
    "region": (
        "region", "state", "province", "county", "ship state", "shipping province",
        "provincia", "comunidad autonoma", "provincia envio",
    ),
    "country": (
        "country", "ship country", "shipping country", "country code", "pais",
        "pais envio", "pais de envio", "codigo pais",
    ),
    "language": ("language", "locale", "lang", "idioma", "lengua"),
    "message": (
        "message", "customer note", "note", "notes", "comment", "comments", "buyer note",
        "message from buyer", "order note", "delivery instructions", "mensaje",
        "nota del cliente", "nota cliente", "nota", "notas", "comentario", "comentarios",
        "observaciones", "observacion",
    ),
    "gift_message": (
        "gift message", "gift note", "gift text", "mensaje de regalo", "mensaje regalo",
        "nota de regalo", "dedicatoria", "tarjeta regalo texto", "texto regalo",
    ),
    "flags": ("flags", "gift", "avisos", "regalo", "es regalo", "para regalo"),
    "carrier": (
        "carrier", "shipping method", "shipping service", "delivery method", "courier",
        "shipping", "transportista", "agencia", "metodo de envio", "forma de envio",
        "tipo de envio", "transporte", "mensajeria", "envio",
    ),
    "leaves_at": (
        "leaves", "leaves at", "ship by", "ship by date", "dispatch by", "latest ship date",
        "sale", "hora de salida", "fecha de salida", "fecha salida", "enviar antes de",
        "fecha envio", "fecha de envio", "fecha entrega", "plazo",
    ),
    "channel": (
        "channel", "sales channel", "source", "marketplace", "shop", "store", "canal",
        "canal de venta", "origen", "tienda",
    ),
    "currency": ("currency", "currency code", "moneda", "divisa"),
    "total": (
        "total", "order total", "grand total", "total price", "total paid", "total amount",
        "total pedido", "total del pedido", "importe total", "importe", "importe pedido",
        "total factura",
    ),
}  # fmt: skip
"""Our column -> the words for it, without accents and marks, the likeliest first."""

_OF_PRODUCTS: Final[dict[str, tuple[str, ...]]] = {
    "sku": (*HEADER_WORDS["sku"], "id", "clave", "our code", "nuestro codigo", "nuestra ref"),
    "barcode": (
        *HEADER_WORDS["barcode"], "barcodes", "eans", "codigos de barras", "barras",
        "codes", "codigos", "scan code",
    ),
    "product": (
        *HEADER_WORDS["product"], "name", "nombre", "denominacion", "what it is", "que es",
    ),
    "variant": (*HEADER_WORDS["variant"], "tamano", "medida", "formato", "modelo", "aroma"),
    "place": (
        *HEADER_WORDS["place"], "balda", "estante", "cajon", "shelf place", "aisle", "rack",
        "where", "donde", "donde esta",
    ),
    "category": (*HEADER_WORDS["category"], "tipo", "grupo", "group", "family", "subfamilia"),
    "price": (
        "pvp", "pvp con iva", "precio de venta", "precio venta", "precio con iva", "precio",
        "retail price", "selling price", "sale price", "price", "rrp", "regular price",
        "precio unitario", "unit price", "tarifa", "importe",
    ),
    "picture": (
        "picture", "image", "photo", "picture file", "image file", "image path", "imagen",
        "foto", "fotografia", "archivo de imagen", "ruta de la imagen", "ruta imagen",
        "ruta foto", "fichero foto",
    ),
    "units": (
        "pieces per code", "pieces per case", "units per case", "units per box", "pack size",
        "case size", "piezas por codigo", "piezas por caja", "unidades por caja", "uds caja",
        "uds por caja",
    ),
    "brand": ("brand", "maker", "manufacturer", "marca", "fabricante", "editorial"),
    "tags": ("tags", "labels", "keywords", "etiquetas", "palabras clave"),
    "packable": (
        "packed", "requires shipping", "se empaqueta", "se envia", "requiere envio",
    ),
    "policy": (
        "checked by hand", "by hand", "without code", "no code", "comprobar a mano", "a mano",
        "sin codigo", "no lleva codigo",
    ),
}  # fmt: skip

Words = Mapping[str, tuple[str, ...]]
WORDS_OF: Final[Mapping[Lists, Words]] = {
    Lists.ORDERS: HEADER_WORDS,
    Lists.PRODUCTS: _OF_PRODUCTS,
}
