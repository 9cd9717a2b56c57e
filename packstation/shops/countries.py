"""Countries by the names shops write, and the language that is likely spoken there."""

from typing import Final

# code: (language, names in English and Spanish, then other spellings)
_TABLE: Final = {
    "AD": ("ca", "Andorra"),
    "AE": ("ar", "United Arab Emirates", "Emiratos Árabes Unidos"),
    "AR": ("es", "Argentina"),
    "AT": ("de", "Austria", "Österreich"),
    "AU": ("en", "Australia"),
    "BE": ("nl", "Belgium", "Bélgica", "België", "Belgique"),
    "BG": ("bg", "Bulgaria"),
    "BH": ("ar", "Bahrain", "Baréin"),
    "BR": ("pt", "Brazil", "Brasil"),
    "CA": ("en", "Canada", "Canadá"),
    "CH": ("de", "Switzerland", "Suiza", "Schweiz", "Suisse"),
    "CL": ("es", "Chile"),
    "CN": ("zh", "China"),
    "CO": ("es", "Colombia"),
    "CY": ("el", "Cyprus", "Chipre"),
    "CZ": ("cs", "Czech Republic", "Czechia", "República Checa", "Chequia"),
    "DE": ("de", "Germany", "Alemania", "Deutschland"),
    "DK": ("da", "Denmark", "Dinamarca"),
    "EE": ("et", "Estonia"),
    "ES": ("es", "Spain", "España"),
    "FI": ("fi", "Finland", "Finlandia"),
    "FR": ("fr", "France", "Francia"),
    "GB": ("en", "United Kingdom", "Reino Unido", "UK", "Great Britain", "England", "Scotland"),
    "GG": ("en", "Guernsey"),
    "GR": ("el", "Greece", "Grecia"),
    "HK": ("en", "Hong Kong"),
    "HR": ("hr", "Croatia", "Croacia"),
    "HU": ("hu", "Hungary", "Hungría"),
    "IE": ("en", "Ireland", "Irlanda"),
    "IL": ("he", "Israel"),
    "IS": ("is", "Iceland", "Islandia"),
    "IT": ("it", "Italy", "Italia"),
    "JE": ("en", "Jersey"),
    "JP": ("ja", "Japan", "Japón"),
    "LB": ("ar", "Lebanon", "Líbano"),
    "LT": ("lt", "Lithuania", "Lituania"),
    "LU": ("fr", "Luxembourg", "Luxemburgo"),
    "LV": ("lv", "Latvia", "Letonia"),
    "MT": ("en", "Malta"),
    "MX": ("es", "Mexico", "México"),
    "NL": ("nl", "Netherlands", "Países Bajos", "Holland", "Nederland"),
    "NO": ("nb", "Norway", "Noruega"),
    "NZ": ("en", "New Zealand", "Nueva Zelanda"),
    "PE": ("es", "Peru", "Perú"),
    "PL": ("pl", "Poland", "Polonia"),
    "PT": ("pt", "Portugal"),
    "RO": ("ro", "Romania", "Rumanía"),
    "SA": ("ar", "Saudi Arabia", "Arabia Saudí"),
    "SE": ("sv", "Sweden", "Suecia"),
    "SG": ("en", "Singapore", "Singapur"),
    "SI": ("sl", "Slovenia", "Eslovenia"),
    "SK": ("sk", "Slovakia", "Eslovaquia"),
    "TR": ("tr", "Turkey", "Turquía"),
    "US": ("en", "United States", "Estados Unidos", "USA", "United States of America"),
    "UY": ("es", "Uruguay"),
    "ZA": ("en", "South Africa", "Sudáfrica"),
}
_CODES: Final = {
    name.casefold(): code for code, (_, *names) in _TABLE.items() for name in names
}


def country_code(text: str) -> str:
    """The ISO 3166 code of a name or code; the text itself when nobody knows it."""
    return text.upper() if text.upper() in _TABLE else _CODES.get(text.casefold(), text)


LANGUAGES: Final = {code: row[0] for code, row in _TABLE.items()}
"""Country -> the ISO 639 code of the language most spoken there."""
