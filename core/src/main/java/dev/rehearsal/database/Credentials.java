package dev.rehearsal.database;

/**
 * Who to log in as.
 *
 * @param user the user's name, empty if the URL names it
 * @param password the password, empty if there is none; never printed
 */
public record Credentials(String user, String password) {
    /** None: the URL may hold them. */
    public static final Credentials NONE = new Credentials("", "");

    /** {@return the user, without the password} */
    @Override
    public String toString() {
        return user;
    }
}
