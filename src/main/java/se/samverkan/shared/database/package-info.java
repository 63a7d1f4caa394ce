/**
 * Where the database is: our own PostgreSQL beside the data by default, an external one by setting; its migrations,
 * room by room.
 */
@NamedInterface("database")
@NullMarked
package se.samverkan.shared.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
