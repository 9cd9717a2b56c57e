Feature: The shop's own list of products, from a spreadsheet to a scanned piece
  Pilar keeps her products in a spreadsheet of her own, with headers of her own.

  Background:
    Given bench 2 of Casa Azul with its window open
    And Pilar has no PIN
    When Pilar's badge is scanned
    And Pilar opens the page where orders come in

  Scenario: Strange headers are matched, and a piece is known by its barcode
    When the spreadsheet of products is chosen
      | Nuestra clave | Así la llamamos | PVP con IVA | Lo que pita   | Dónde está |
      | TET-9         | Tetera azul     | 24,50 €     | 8437000990017 | B-07       |
      | 007           | Vela de miel    | 6,00 €      | 8437000990024 | B-08       |
      | TAZ-9         | Taza            | 9,00 €      | 8,41E+12      | B-09       |
    Then it is taken for products
    When column 2 is taken for "product"
    And column 4 is taken for "barcode"
    Then 2 products would come in, and line 4 is refused
    When they are brought in
    And the book-keeper's file is chosen
      | Nº Pedido | Cód. artículo | Cantidad |
      | P-1       | TET-9         | 1        |
      | P-1       | 007           | 1        |
    And they are brought in
    And the office is left
    And the scanner reads "P-1"
    Then order "P-1" is on the bench, which has 2 pieces
    When the scanner reads "8437000990017"
    And the scanner reads "8437000990024"
    And "sign and print" is scanned
    Then the bench is free again
    And a slip comes out that says "Tetera azul"

  Scenario: The next list like it asks nothing, and shows what differs
    When the spreadsheet of products is chosen
      | Nuestra clave | Así la llamamos | PVP con IVA | Lo que pita   |
      | TET-9         | Tetera azul     | 24,50 €     | 8437000990017 |
    And column 2 is taken for "product"
    And they are brought in
    And the spreadsheet of products is chosen
      | Nuestra clave | Así la llamamos | PVP con IVA | Lo que pita   |
      | TET-9         | Tetera azul     | 26,00 €     | 8437000990017 |
    Then nothing is asked
    And the price of "TET-9" would change from 2450 to 2600 cents
