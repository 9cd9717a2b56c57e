Feature: A slip that somebody has to look for

  Background:
    Given bench 2 of Casa Azul with its window open

  Scenario: Nobody knows whether the slip came out
    Given the printer takes a slip and says nothing more
    When Marta's badge is scanned
    And order 1043 is scanned
    And the tea is scanned
    And "sign and print" is scanned
    Then the bench is free again
    And the bench asks whether the slip came out
    When the printer works again and somebody asks for a retry
    Then the bench asks whether the slip came out
    And no slip comes out by itself
    When "the slip did not come out" is scanned
    Then a slip comes out that says "Slip 2-26-000001"
    And the slip does not say "Copy"
    And nothing is asked any more

  Scenario: It did come out, and somebody saw it
    Given the printer takes a slip and says nothing more
    When Marta's badge is scanned
    And order 1043 is scanned
    And the tea is scanned
    And "sign and print" is scanned
    Then the bench asks whether the slip came out
    When the power goes and comes back
    Then the bench asks whether the slip came out
    When the key F7 is pressed for yes
    Then nothing is asked any more
    And no slip comes out by itself

  Scenario: A slip is torn on its way into the parcel
    When Marta's badge is scanned
    And order 1043 is scanned
    And the tea is scanned
    And "sign and print" is scanned
    Then a slip comes out that says "Slip 2-26-000001"
    When "slip again, torn" is scanned
    Then a second slip comes out that says "Slip 2-26-000001 · Copy 2"
    And the parcel of order 1043 was printed again for being torn
