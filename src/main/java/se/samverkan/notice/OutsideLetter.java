package se.samverkan.notice;

/**
 * What is written to somebody who has no account.
 *
 * @param address the e-mail address
 * @param name what the person is called
 * @param subject one line
 * @param text what it says, with why the person gets it
 * @param appointment what goes to the person's calendar; its address is one that the person can open, or empty
 */
public record OutsideLetter(String address, String name, String subject, String text, Appointment appointment) {}
