package se.samverkan.records.archive;

/**
 * A package that has been written.
 *
 * @param name what it is called, without its ending
 * @param files how many files it holds, the list of them included
 * @param size how many bytes it is
 * @param checksum the SHA-256 of all of it, in hexadecimal; the log keeps it
 */
public record Packed(String name, int files, long size, String checksum) {}
