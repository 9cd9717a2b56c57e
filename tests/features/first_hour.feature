Feature: The first hour of a shop

  Scenario: From the first start to the first real parcel, packed and signed
    Given packstation is started for the first time
    Then the first of six steps is shown, and nobody to sign in
    When the shop is called "La Tetería"
    And Ana is named with the PIN 804613 and signs
    And slips go to the folder, and the test slip lies there
    And the scanner has been checked
    And the order A-1 of 2 soaps comes in from a file
    And the practice parcel is packed and signed
    Then all six steps are done
    And the shop has no parcel yet
    When Ana goes to the bench, by name and PIN
    And the order A-1 is packed and signed by scans
    Then a slip comes out that is signed by Ana of "La Tetería"

  Scenario: It is left in the middle, and taken up again
    Given packstation is started for the first time
    When the shop is called "La Tetería"
    And packstation is closed and started again
    Then the second step is shown, and the first is done
    When Ana is named with the PIN 804613 and signs
    And packstation is closed and started again
    Then there is Ana to sign in
    When Ana goes to the bench, by name and PIN
    And Ana opens the office with F9 and the PIN
    Then the third step is shown, and the first is done

  Scenario: Practice is left in the middle
    Given packstation is started for the first time
    When Ana is named with the PIN 804613 and signs
    And the practice parcel is begun and left with F10
    Then the practice step is still to do
    And the shop has no parcel yet
