/* no code yet */ /* @label */
