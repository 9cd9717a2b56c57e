Feature: A parcel's way across the bench
  Everything begins with keystrokes of a scanner and ends on paper.

  Background:
    Given bench 2 of Casa Azul with its window open

  Scenario: Marta packs Lucía's order
    When Marta's badge is scanned
    Then the screen says "Escanea un pedido"
    When order 1042 is scanned
    Then the screen says "Lucía Fernández"
    And the screen says "Caramelos de limón"
    When the teapot is scanned
    And a small cup is scanned
    And a small cup is scanned
    And a small cup is scanned
    And the sweets are scanned
    And the tea is scanned
    And "sign and print" is scanned
    Then the bench is free again
    And a slip comes out that says "Lucía, este paquete lo he preparado yo."
    And the slip says "Empaquetado por"
    And the slip says "Marta"
    And the slip says "Caramelos de limón"
    And the slip's bars name the slip
    And the slip's square leads Lucía to the shop
    When the slip is scanned
    Then the screen says "2-26-000001"

  Scenario: A piece that does not belong
    When Marta's badge is scanned
    And order 1042 is scanned
    And the large cup is scanned
    Then the screen says "Esta pieza no va en el pedido"
    And the screen says "grande"
    And the screen says "pequeña"
    And 0 pieces are in the box
    When a small cup is scanned
    Then 1 piece is in the box

  Scenario: One too many
    When Marta's badge is scanned
    And order 1042 is scanned
    And the tea is scanned
    And the tea is scanned
    Then the screen says "Té verde Sencha"
    And 1 piece is in the box

  Scenario: A wrong piece is asked about before signing
    When Marta's badge is scanned
    And order 1043 is scanned
    And the large cup is scanned
    And the tea is scanned
    And "sign and print" is scanned
    Then the screen says "1 pieza equivocada"
    When "sign and print" is scanned
    Then the bench is free again
    And a slip comes out that says "I packed this parcel for you."

  Scenario: The key signs as well as the code
    When Marta's badge is scanned
    And order 1043 is scanned
    And the tea is scanned
    And the key F12 is pressed
    Then the bench is free again
    And a slip comes out that says "Marta"

  Scenario: The power goes in the middle of an order
    When Marta's badge is scanned
    And order 1042 is scanned
    And a small cup is scanned
    And the power goes and comes back
    Then 1 piece is in the box
    And the screen says "Lucía Fernández"

  Scenario: The printer jams
    Given the printer is jammed
    When Marta's badge is scanned
    And order 1043 is scanned
    And the tea is scanned
    And "sign and print" is scanned
    Then the bench is free again
    And the header says that 1 slip did not come out
    When the printer works again and somebody asks for a retry
    Then a slip comes out that says "Marta"

  Scenario: A scan goes to the bench wherever the focus is
    When somebody is typing a PIN
    And Marta's badge is scanned
    Then the screen says "Escanea un pedido"
