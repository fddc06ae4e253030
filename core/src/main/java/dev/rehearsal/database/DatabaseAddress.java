package dev.rehearsal.database;

/**
 * How to reach one database.
 *
 * @param url the JDBC URL, without credentials
 * @param user the user's name
 * @param password the password; never printed
 */
public record DatabaseAddress(String url, String user, String password) {
    /** {@return the URL and the user, without the password} */
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
