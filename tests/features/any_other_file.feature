Feature: Any other file, from the office to a packed order
  The book-keeper exports orders in a form nobody here has ever seen.

  Background:
    Given bench 2 of Casa Azul with its window open
    And Pilar has no PIN
    When Pilar's badge is scanned
    And Pilar opens the page where orders come in

  Scenario: A file is matched by pointing, tried, brought in and packed
    When the book-keeper's file is chosen
      | Nº Pedido | Fecha      | Cód. artículo | Artículo       | Bultos | Estado      |
      | P-1       | 03/04/2026 | JAB-1         | Jabón de oliva | 2      | Pagado      |
      | P-2       | 04/04/2026 | VELA-2        | Vela de miel   | 1      | En revisión |
    Then nobody knows yet which column is "quantity"
    When column 5 is taken for "quantity"
    And the first of the two readings of a date is chosen
    And "En revisión" is said to mean "held"
    Then 2 orders would come in, and none of them is here
    When they are brought in
    Then 2 orders of the file are here
    When the office is left
    And the scanner reads "P-2"
    Then order "P-2" is not on the bench
    When the scanner reads "P-1"
    Then order "P-1" is on the bench, which has 2 pieces
    When the scanner reads "JAB-1"
    And the scanner reads "JAB-1"
    And "sign and print" is scanned
    Then the bench is free again
    And a slip comes out that says "Jabón de oliva"

  Scenario: The next file like it asks nothing
    When the book-keeper's file is chosen
      | Nº Pedido | Fecha      | Cód. artículo | Artículo       | Bultos | Estado      |
      | P-1       | 03/04/2026 | JAB-1         | Jabón de oliva | 2      | En revisión |
    And column 5 is taken for "quantity"
    And the first of the two readings of a date is chosen
    And "En revisión" is said to mean "open"
    And they are brought in
    And the book-keeper's file is chosen
      | Nº Pedido | Fecha      | Cód. artículo | Artículo       | Bultos | Estado      |
      | P-1       | 03/04/2026 | JAB-1         | Jabón de oliva | 3      | En revisión |
      | P-7       | 05/04/2026 | JAB-1         | Jabón de oliva | 1      | En revisión |
    Then nothing is asked
    And 1 order would come in, and none of them is here
    And 1 order would change
    When they are brought in
    And the office is left
    And the scanner reads "P-1"
    Then order "P-1" is on the bench, which has 3 pieces

  Scenario: A file of rows that cannot be packed
    When the book-keeper's file is chosen
      | Pedido | Referencia | Cantidad |
      | P-1    | JAB-1      | 2        |
      | P-2    | JAB-1      | muchas   |
    Then 1 order would come in, and none of them is here
    And line 3 is refused
    When they are brought in
    Then 1 order of the file is here
