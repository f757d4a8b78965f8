package crud

func init() { lookAgain = 0 } // each piece of a text is a time to look
