package se.samverkan.programme.variant;

import java.util.List;

/**
 * Who is needed for a partnership.
 *
 * @param role the role that they hold
 * @param levels where they are needed; the organiser's own level stands for the partnership as a whole
 * @param atLeast how many are needed; 0 where the role may be held but need not
 * @param atMost how many may hold it at once
 * @param why what they are there for
 */
public record Staffing(String role, List<Level> levels, int atLeast, int atMost, Text why) {}
