"""Product files as shops export them, with what a test wants to be otherwise."""

import csv
import io
from collections.abc import Iterable, Mapping

SHOPIFY = (
    "Handle", "Title", "Body (HTML)", "Vendor", "Product Category", "Type", "Tags",
    "Published", "Option1 Name", "Option1 Value", "Option2 Name", "Option2 Value",
    "Option3 Name", "Option3 Value", "Variant SKU", "Variant Grams",
    "Variant Inventory Tracker", "Variant Price", "Variant Requires Shipping",
    "Variant Taxable", "Variant Barcode", "Image Src", "Image Position", "Gift Card",
    "Variant Image", "Cost per item", "Status",
)  # fmt: skip
SOAP = {
    "Handle": "olive-soap",
    "Title": "Olive soap",
    "Body (HTML)": "<p>Soft.\nVery soft.</p>",
    "Vendor": "Casa Azul",
    "Type": "Soaps",
    "Tags": "bath, vegan",
    "Option1 Name": "Title",
    "Option1 Value": "Default Title",
    "Variant SKU": "SOAP-1",
    "Variant Price": "4.50",
    "Variant Requires Shipping": "true",
    "Variant Barcode": "'8412345678905",
    "Status": "active",
}
SMALL_CUP = {
    "Handle": "clay-cup",
    "Title": "Clay cup",
    "Vendor": "Fang",
    "Type": "Cups",
    "Tags": "clay",
    "Option1 Name": "Size",
    "Option1 Value": "Small",
    "Option2 Name": "Colour",
    "Option2 Value": "Blue",
    "Variant SKU": "CUP-S",
    "Variant Price": "12.00",
    "Variant Requires Shipping": "true",
    "Variant Barcode": "8412345678912",
    "Image Src": "https://cdn.example.com/s/files/cup%20blue.png?v=17",
    "Image Position": "1",
}
LARGE_CUP = {
    "Handle": "clay-cup",
    "Option1 Value": "Large",
    "Option2 Value": "Blue",
    "Variant SKU": "CUP-L",
    "Variant Price": "15.00",
    "Variant Requires Shipping": "true",
    "Variant Barcode": "8412345678929",
}
ANOTHER_PICTURE = {"Handle": "clay-cup", "Image Src": "https://a.example/2.png"}

WOO = (
    "ID", "Tipo", "SKU", "GTIN, UPC, EAN o ISBN", "Nombre", "Publicado",
    "¿Está destacado?", "Visibilidad en el catálogo", "Descripción corta", "Descripción",
    "Precio rebajado", "Precio normal", "Categorías", "Etiquetas", "Clase de envío",
    "Imágenes", "Superior", "Productos agrupados", "Posición", "Marcas",
    "Nombre del atributo 1", "Valor(es) del atributo 1", "Atributo visible 1",
    "Nombre del atributo 2", "Valor(es) del atributo 2",
)  # fmt: skip
WOO_SOAP = {
    "ID": "31",
    "Tipo": "simple",
    "SKU": "jabon-1",
    "GTIN, UPC, EAN o ISBN": "8412345678905",
    "Nombre": "Jabón de oliva",
    "Precio normal": "4,50",
    "Categorías": "Baño > Jabones, Regalos",
    "Etiquetas": "baño, vegano",
    "Marcas": "Casa Azul",
    "Nombre del atributo 1": "Aroma",
    "Valor(es) del atributo 1": "Oliva, Lavanda",
}
WOO_SHIRT = {
    "ID": "11",
    "Tipo": "variable",
    "SKU": "camiseta",
    "Nombre": "Camiseta",
    "Categorías": "Ropa > Camisetas",
    "Imágenes": "https://a.example/camiseta.jpg, https://a.example/2.jpg",
    "Nombre del atributo 1": "Color",
    "Valor(es) del atributo 1": "Azul, Rojo",
}
WOO_BLUE = {
    "ID": "12",
    "Tipo": "variation",
    "SKU": "camiseta-azul",
    "GTIN, UPC, EAN o ISBN": "8412345678912",
    "Nombre": "Camiseta - Azul, M",
    "Precio normal": "18",
    "Superior": "camiseta",
    "Nombre del atributo 1": "Color",
    "Valor(es) del atributo 1": "Azul",
    "Nombre del atributo 2": "Talla",
    "Valor(es) del atributo 2": "M",
}
WOO_RED = WOO_BLUE | {
    "ID": "13",
    "SKU": "",
    "GTIN, UPC, EAN o ISBN": "",
    "Nombre": "Camiseta - Rojo, M",
    "Superior": "id:11",
    "Valor(es) del atributo 1": "Rojo",
}
WOO_CARD = {
    "ID": "50",
    "Tipo": "simple, downloadable, virtual",
    "SKU": "vale",
    "Nombre": "Tarjeta regalo",
    "Precio normal": "25",
}


def csv_of(
    header: Iterable[str], rows: Iterable[Mapping[str, str]], delimiter: str = ","
) -> str:
    """``rows`` under ``header``; what a row does not say is an empty cell."""
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, tuple(header), delimiter=delimiter, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def shopify(*rows: Mapping[str, str]) -> str:
    return csv_of(SHOPIFY, rows)


def woo(*rows: Mapping[str, str]) -> str:
    return csv_of(WOO, rows)
