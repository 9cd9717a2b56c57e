Feature: Nothing is left to do, so nothing need be said
  The owner chose that such a parcel is signed and printed by itself.

  Background:
    Given bench 2 of a shop whose parcels seal themselves

  Scenario: A plain parcel of one piece
    When Marta's badge is scanned
    And the tea is scanned
    Then the bench becomes free
    And a slip comes out that says "I packed this parcel for you."

  Scenario: The last touch seals
    When Marta's badge is scanned
    And order 1042 is scanned
    And the teapot is scanned
    And a small cup is scanned
    And a small cup is scanned
    And a small cup is scanned
    And the tea is scanned
    Then the screen says "Caramelos de limón"
    When the sweets are scanned
    Then the bench is free again
    And a slip comes out that says "Caramelos de limón"

  Scenario: A parcel with a wrong piece is asked about, not sealed
    When Marta's badge is scanned
    And order 1043 is scanned
    And the large cup is scanned
    And the tea is scanned
    Then the screen says "1 pieza equivocada, ¿fuera de la caja?"
    When "sign and print" is scanned
    Then the bench is free again
