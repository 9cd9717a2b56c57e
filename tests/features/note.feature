Feature: A note that a person writes

  Background:
    Given bench 2 of a shop that writes notes

  Scenario: The second draft is copied, and the parcel sealed
    When Marta's badge is scanned
    And order 1050 is scanned
    Then the screen says "Nota a mano"
    When the key F4 is pressed for the note
    Then three drafts are shown in es
    When the second draft is tapped
    Then only the second draft is shown
    When the tea is scanned
    Then the drafts have given way to the work
    When the note's card is scanned
    Then draft 2 is kept as the note of order 1050
    When "sign and print" is scanned
    And "sign and print" is scanned
    Then the bench is free again
    And a slip comes out that says "1 de 1 pieza"
    And draft 2 is kept as the note of order 1050

  Scenario: Somebody who reads no German copies German
    When Marta's badge is scanned
    And order 1051 is scanned
    Then the screen says "Nota a mano"
    When the key F4 is pressed for the note
    Then three drafts are shown in de
    And the shortest stands first, each with its gloss
    When the key 3 is hit, and Enter for written
    Then draft 3 is kept as the note of order 1051
    When "undo" is scanned
    Then order 1051 has no note

  Scenario: A phrase of one's own joins the drafts
    When Marta's badge is scanned
    And order 1050 is scanned
    Then the screen says "Nota a mano"
    When the key F4 is pressed for the note
    Then three drafts are shown in es
    When "Un beso enorme." is kept as a phrase that ends a note
    Then three drafts are shown in es
    And what Marta adds to her drafts is "Un beso enorme."

  Scenario: Nobody knows who opens it, and it is asked once
    When Marta's badge is scanned
    And order 1052 is scanned
    Then the bench asks who opens it
    When the key F5 is pressed for the customer
    Then the bench does not ask who opens it
    And the screen says "Nota a mano"
    When "empty the box" is scanned
    And order 1052 is scanned
    Then the bench does not ask who opens it
