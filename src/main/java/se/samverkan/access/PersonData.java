package se.samverkan.access;

import java.util.List;
import java.util.Map;

/**
 * What one room holds of a person, for an extract (registerutdrag, article 15 of the GDPR). Every room that keeps something
 * about people implements it; it is asked by somebody who may make an extract, and
 * by the person. Its function in the database asks {@code access.may_extract}.
 */
public interface PersonData {

    /** Which part of the extract this is: a key under {@code extract.part.} of the message files. */
    String part();

    /** Where the part stands in the extract; low numbers first. */
    int place();

    /**
     * What is held, a line for each thing: the values by their labels, which are keys under {@code extract.field.}, in the
     * order they are read. A value is as it is kept; a moment or day in ISO 8601.
     */
    List<Map<String, String>> of(long person);
}
