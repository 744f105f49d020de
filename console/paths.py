"""Where the files of a profile and of the installation live, frozen or not."""
