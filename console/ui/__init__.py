"""Qt: shows what the desk answers, collects what people decide."""
