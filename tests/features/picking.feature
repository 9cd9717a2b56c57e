Feature: What is to be packed is fetched by sheets printed at the bench
  One walk for several orders; each sheet's code opens its order.

  Background:
    Given bench 2 of Casa Azul with its window open

  Scenario: Two orders on one cart, and then each by its own code
    When Marta's badge is scanned
    And the key F6 is pressed for the shelves
    Then 2 orders can be fetched
    When the key up is pressed for a cart, and Enter to print
    Then papers come out with a list of 2 slots and 2 sheets
    And the list has the tea for both, one each
    When the scanner reads the sheet in slot 2
    Then order 1043 is on the bench
    And the sheets have given way to the work
    When the tea is scanned
    And "sign and print" is scanned
    Then the bench is free again
    When the scanner reads the sheet in slot 1
    Then order 1042 is on the bench

  Scenario: Without a cart each order is fetched by itself, and the bench remembers
    When Marta's badge is scanned
    And the key F6 is pressed for the shelves
    And the key left is pressed for one fewer, and Enter to print
    Then one sheet comes out, that of order 1042
    When the power goes and comes back
    And the key F6 is pressed for the shelves
    Then 1 order can be fetched

  Scenario: The printer is jammed, and Enter is pressed once more
    Given the printer is jammed
    When Marta's badge is scanned
    And the key F6 is pressed for the shelves
    And Enter is pressed to print
    Then the sheets did not come out
    When the printer works again and somebody asks for a retry
    And Enter is pressed to print
    Then papers come out, 2 sheets
