Feature: From a shop's own export to a signed slip
  The file is what the shop hands out; nobody has touched it in between.

  Background:
    Given bench 2 of Casa Azul with its window open

  Scenario: Shopify's orders_export.csv
    When Shopify's orders come in
      | number | what is otherwise                           |
      | #2001  | Note Attributes=gift message: Per molts anys |
      | #2002  | Financial Status=pending                    |
      | #2003  | Cancelled at=2026-11-21 09:00:00 +0100      |
    Then 2 orders have come in, and 0 have changed
    When Marta's badge is scanned
    And the scanner reads "#2002"
    Then order "#2002" is not on the bench
    When the scanner reads "#2001"
    Then order "#2001" is on the bench, which has 2 pieces
    And the screen says "Per molts anys"
    When the scanner reads "SOAP-1"
    And the scanner reads "SOAP-1"
    And "sign and print" is scanned
    Then the bench is free again
    And a slip comes out that says "Olive soap"
    And the slip says "Marta"

  Scenario: A piece was taken off before anybody packed it
    When Shopify's orders come in
      | number | what is otherwise |
      | #2001  |                   |
    And Shopify's orders come in
      | number | what is otherwise                          |
      | #2001  | Lineitem quantity=1; Refunded Amount=4.50  |
      | #2002  |                                            |
    Then 1 order has come in, and 1 has changed
    And one thing is to be looked at, about order "#2001"
    When Marta's badge is scanned
    And the scanner reads "#2001"
    Then order "#2001" is on the bench, which has 1 piece
    When the scanner reads "SOAP-1"
    And "sign and print" is scanned
    Then the bench is free again

  Scenario: Nothing changes in somebody's hands
    When Shopify's orders come in
      | number | what is otherwise |
      | #2001  |                   |
    And Marta's badge is scanned
    And the scanner reads "#2001"
    And the scanner reads "SOAP-1"
    And Shopify's orders come in
      | number | what is otherwise   |
      | #2001  | Lineitem quantity=9 |
    Then 0 orders have come in, and 0 have changed
    When the scanner reads "SOAP-1"
    Then order "#2001" is on the bench, which has 2 pieces
    And the screen says "LA TIENDA HA CAMBIADO EL PEDIDO"
    And the screen says "Olive soap: 9 en vez de 2"
    When "sign and print" is scanned
    Then order "#2001" is on the bench, which has 2 pieces
    When "sign and print" is scanned
    Then the bench is free again
    And the record of order "#2001" knows that the shop had changed its "lines"
    And no key was pressed and nothing tapped

  Scenario: What the shop has changed is taken in
    When Shopify's orders come in
      | number | what is otherwise |
      | #2001  |                   |
    And Marta's badge is scanned
    And the scanner reads "#2001"
    And the scanner reads "SOAP-1"
    And Shopify's orders come in
      | number | what is otherwise   |
      | #2001  | Lineitem quantity=3 |
    And the scanner reads "SOAP-1"
    And "sign and print" is scanned
    And "Aplicar el cambio" is tapped
    Then the screen says "La tienda ha cambiado el pedido #2001"
    And order "#2001" is on the bench, which has 3 pieces
    When the scanner reads "SOAP-1"
    And "sign and print" is scanned
    Then the bench is free again
    And a slip comes out that says "3 de 3 piezas, comprobadas una a una."

  Scenario: An order is cancelled after its last piece
    When Shopify's orders come in
      | number | what is otherwise |
      | #2001  |                   |
    And Marta's badge is scanned
    And the scanner reads "#2001"
    And the scanner reads "SOAP-1"
    And the scanner reads "SOAP-1"
    And Shopify's orders come in
      | number | what is otherwise                      |
      | #2001  | Cancelled at=2026-11-21 09:00:00 +0100 |
    And "sign and print" is scanned
    And "sign and print" is scanned
    Then the screen says "PEDIDO CANCELADO: no lo empaquetes"
    And order "#2001" is on the bench, which has 2 pieces
    When "empty the box" is scanned
    Then the screen says "El pedido #2001 está cancelado"
    And the bench is free again
    And no key was pressed and nothing tapped

  Scenario: An order is cancelled while it is put aside, and the power goes
    When Shopify's orders come in
      | number | what is otherwise |
      | #2001  |                   |
    And Marta's badge is scanned
    And the scanner reads "#2001"
    And the scanner reads "SOAP-1"
    And "set aside" is scanned
    And Shopify's orders come in
      | number | what is otherwise                      |
      | #2001  | Cancelled at=2026-11-21 09:00:00 +0100 |
    And the power goes and comes back
    And the scanner reads "#2001"
    Then the screen says "El pedido #2001 está cancelado"
    And the bench is free again

  Scenario: WooCommerce's export
    When WooCommerce's orders come in
      | number | what is otherwise |
      | 71     |                   |
      | 72     | Status=completed  |
    Then 2 orders have come in, and 0 have changed
    When Marta's badge is scanned
    And the scanner reads "71"
    Then order "71" is on the bench, which has 3 pieces
    When the scanner reads "SOAP-1"
    And the scanner reads "SOAP-1"
    And the scanner reads "TEA-1"
    And "sign and print" is scanned
    Then the bench is free again
    And a slip comes out that says "Green tea"

  Scenario: A file as Shopify lays it out
    When the real file "shopify_csv/orders_export_synthetic.csv" comes in
    Then 3 orders have come in, and 0 have changed
    And one thing is to be looked at, about order "#1003"
    When Marta's badge is scanned
    And the scanner reads "#1001"
    Then order "#1001" is on the bench, which has 3 pieces
    When the scanner reads "TAZA-AZ"
    And the scanner reads "TAZA-AZ"
    And the scanner reads "DEL-01"
    And "sign and print" is scanned
    Then the bench is free again
    And a slip comes out that says "Taza Café - Azul"

  Scenario: A file of a living WooCommerce shop
    When the real file "woocommerce_csv/webtoffee_order_export.csv" comes in
    Then 4 orders have come in, and 0 have changed
    And one thing is to be looked at, about order "39"
    When Marta's badge is scanned
    And the scanner reads "39"
    Then order "39" is on the bench, which has 5 pieces
    And the screen says "Caramelos de limón"
    When the sweets are scanned
    And the scanner reads "WOO-POLO"
    And the scanner reads "WOO-ALBUM"
    And the scanner reads "WOO-ALBUM"
    And the scanner reads "WOO-ALBUM"
    And the scanner reads "WOO-ALBUM"
    And "sign and print" is scanned
    Then the bench is free again
    And a slip comes out that says "Album"
