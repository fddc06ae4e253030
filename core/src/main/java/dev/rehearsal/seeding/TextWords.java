package dev.rehearsal.seeding;

import java.util.List;

/** The words that texts are made of. */
public final class TextWords {
    static final List<String> FIRST =
            split("Anna Ben Clara David Emma Felix Grace Henry Ines Jonas Karim Lena Mateo Nora"
                    + " Oskar Paula Quentin Rosa Sofia Tomás Uma Viktor Wanda Xavier Yusuf Zoë");
    static final List<String> LAST = split("Smith Müller García Rossi Kowalski Nguyen Silva Dubois Jansen Kim O'Brien"
            + " Schmidt Novak Andersson Yılmaz Haddad Okafor Tanaka Petrov Weber Fischer Costa Moreau Lindqvist");
    /** Names without accents. */
    public static final List<String> PLAIN =
            split("anna ben clara david emma felix grace henry ines jonas karim lena mateo nora"
                    + " oskar paula rosa sofia tomas uma viktor wanda yusuf zoe");

    static final List<String> COUNTRY_CODES = split("DE FR GB US PL ES IT NL SE JP BR IN CA AT CH CZ DK FI NO PT");
    static final List<String> COUNTRY_CODES3 = split("DEU FRA GBR USA POL ESP ITA NLD SWE JPN BRA IND CAN AUT CHE");
    static final List<String> COUNTRIES = List.of(
            "Germany",
            "France",
            "United Kingdom",
            "United States",
            "Poland",
            "Spain",
            "Italy",
            "Netherlands",
            "Sweden",
            "Japan",
            "Brazil",
            "India",
            "Canada",
            "Austria",
            "Switzerland",
            "Côte d'Ivoire");
    static final List<String> CITIES = List.of(
            "Berlin",
            "Paris",
            "London",
            "New York",
            "Warszawa",
            "Madrid",
            "Roma",
            "Amsterdam",
            "Stockholm",
            "東京",
            "São Paulo",
            "Mumbai",
            "Toronto",
            "Wien",
            "Zürich",
            "Köln",
            "Lyon",
            "Kraków");
    static final List<String> STREETS = List.of(
            "Main Street", "Bahnhofstraße", "Rue de la Paix", "High Street", "Via Roma", "Calle Mayor", "Park Lane");
    static final List<String> CURRENCIES = split("EUR USD GBP PLN SEK JPY CHF BRL CZK DKK");
    static final List<String> LOCALES = split("de-DE en-US fr-FR pl-PL es-ES it-IT sv-SE ja-JP pt-BR");
    static final List<String> LANGUAGES = split("de en fr pl es it sv ja pt");
    static final List<String> STATUSES = split("active pending closed cancelled archived blocked");
    static final List<String> ROLES = split("user editor admin guest support");
    static final List<String> KINDS = split("standard premium basic trial internal partner");
    static final List<String> COLOURS = split("red blue green black white grey yellow");
    static final List<String> GENDERS = split("f m x");
    static final List<String> COMPANIES = List.of(
            "Acme", "Globex", "Initech", "Umbrella & Sons", "Hooli", "Stark GmbH", "Wayne S.A.", "Soylent Ltd.");
    /** Words of ordinary texts. */
    public static final List<String> TEXT = split(
            "the quick order was delivered late and parcel arrived damaged customer called"
                    + " twice refund issued please check address new invoice sent thank you very much for your patience");

    private TextWords() {}

    private static List<String> split(String words) {
        return List.of(words.split(" "));
    }
}
