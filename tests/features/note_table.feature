Feature: Notes are written ahead, sitting down
  Ten in a row at a table; standing at the bench, the card's code says "written".

  Background:
    Given bench 2 of a shop that writes notes, whose parcels seal themselves

  Scenario: Three cards in a row, then three parcels without a tap or a key
    When Marta's badge is scanned
    And the key F4 is pressed for the note table
    Then the screen says "Mesa de notas"
    And the screen says "Lucía"
    When Enter is pressed once the card for order 1042 is written
    And Enter is pressed once the card for order 1043 is written
    And Enter is pressed once the card for order 1044 is written
    Then 3 notes are kept, each with other words
    When the hands begin to count
    And order 1042 is scanned
    And the teapot is scanned
    And a small cup is scanned
    And the tea is scanned
    And the sweets are scanned
    And the card for order 1042 goes in
    Then the bench is free again after 6 scans, no tap and no key
    When order 1043 is scanned
    And the card for order 1044 goes in
    Then the screen says "Esta tarjeta es del pedido 1044"
    And 0 pieces are in the box
    When the teapot is scanned
    And a small cup is scanned
    And the tea is scanned
    And the sweets are scanned
    And the card for order 1043 goes in
    Then the bench is free again
    When the card for order 1044 goes in
    Then the screen says "Ane Etxebarria"
    When the teapot is scanned
    And a small cup is scanned
    And the tea is scanned
    And the sweets are scanned
    And the card for order 1044 goes in
    Then the bench is free again
    And 3 notes are kept, each with other words

  Scenario: The shop cancels an order whose card is written
    When Marta's badge is scanned
    And the key F4 is pressed for the note table
    And Enter is pressed once the card for order 1042 is written
    And the shop cancels order 1042
    And the note table is opened again
    Then the screen says "quita su tarjeta de la mesa"
    When Enter is pressed for it is off the table
    Then the screen says "Pau"
    And no note is kept
