package se.samverkan.access.signin;

/**
 * Another system that can tell who somebody is, as a button on the sign-in page.
 *
 * @param name what people call it
 * @param path where the way there begins
 */
public record Provider(String name, String path) {}
