Feature: A code nobody knows yet
  The shop's file has no codes, or the maker has changed the bars. Whoever has the right says
  once what it is, with the piece in hand, and every bench knows it from then on.

  Scenario: The owner teaches the bench with two scans and one key
    Given bench 2 of Casa Azul with its window open
    When Pilar's badge is scanned
    And order 1042 is scanned
    And a code nobody knows is scanned
    Then the screen says "Código desconocido: CUP-77"
    When the key F4 is pressed for what it is
    Then the screen asks which of 3 pieces it is
    When the number 1 is hit
    Then the screen says "CUP-77"
    And 0 pieces are in the box
    When a code nobody knows is scanned
    Then 1 piece is in the box
    When a code nobody knows is scanned
    Then 2 pieces are in the box
    And Pilar is named for having taught "CUP-77"

  Scenario: A pack of three, by fingers alone
    Given bench 2 of Casa Azul with its window open
    When Pilar's badge is scanned
    And order 1042 is scanned
    And a code nobody knows is scanned
    And the button for what it is is tapped
    And line 1 is tapped
    And a pack of 3 is tapped in
    And a code nobody knows is scanned
    Then 3 pieces are in the box
    When "undo" is scanned
    Then 0 pieces are in the box
    When a code nobody knows is scanned
    Then 3 pieces are in the box

  Scenario: By scanner alone, where only one line is open
    Given bench 2 of Casa Azul with its window open
    When Pilar's badge is scanned
    And order 1043 is scanned
    And a code nobody knows is scanned
    And "what is it?" is scanned
    And a code nobody knows is scanned
    Then 1 piece is in the box

  Scenario: The second scan is of something else
    Given bench 2 of Casa Azul with its window open
    When Pilar's badge is scanned
    And order 1043 is scanned
    And a code nobody knows is scanned
    And "what is it?" is scanned
    And the teapot is scanned
    Then the screen says "Tetera de hierro"
    And 0 pieces are in the box
    When a code nobody knows is scanned
    Then 0 pieces are in the box
    And no code is learned

  Scenario: Closing the question forgets it
    Given bench 2 of Casa Azul with its window open
    When Pilar's badge is scanned
    And order 1043 is scanned
    And a code nobody knows is scanned
    And "what is it?" is scanned
    And the question is closed with Esc
    And a code nobody knows is scanned
    Then 0 pieces are in the box
    And no code is learned

  Scenario: Who may not teach is not asked
    Given bench 2 of Casa Azul with its window open
    When Marta's badge is scanned
    And order 1042 is scanned
    And a code nobody knows is scanned
    Then nobody is asked what it is

  Scenario: The power goes before the second scan
    Given bench 2 of Casa Azul with its window open
    When Pilar's badge is scanned
    And order 1043 is scanned
    And a code nobody knows is scanned
    And "what is it?" is scanned
    And the power goes and comes back
    Then the screen says "CUP-77"
    When a code nobody knows is scanned
    Then 1 piece is in the box

  Scenario: A code that two products of the order carry
    Given bench 2 of Casa Azul with its window open
    When Marta's badge is scanned
    And order 1042 is scanned
    And a code of two products is scanned
    Then the screen asks which of 2 pieces it is
    And 0 pieces are in the box
    When line 2 is tapped to count it
    Then 1 piece is in the box
