"""Who does what in a sentence, and how real it is: arguments, ways, moods and stances."""
