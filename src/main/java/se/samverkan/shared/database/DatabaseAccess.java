package se.samverkan.shared.database;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where the database is and who we are there.
 *
 * @param url its JDBC address
 * @param user the application's role
 * @param password its password
 * @param owner the role that owns the tables
 * @param ownerPassword its password
 */
record DatabaseAccess(String url, String user, String password, String owner, String ownerPassword) {

    DataSource asOwner() {
        return new DriverManagerDataSource(url, owner, ownerPassword);
    }

    /** Without the passwords: records print themselves, and some day one ends up in a log. */
    @Override
    public String toString() {
        return "DatabaseAccess[" + url + ", " + user + ", " + owner + "]";
    }
}
