package ro.clickphone.pbx.billing;

import java.util.Arrays;
import java.util.Optional;

/** The counties of Romania under their codes of ISO 3166-2, which invoices must bear (CIUS-RO, BR-RO-110). */
public enum County {
    AB("Alba"),
    AR("Arad"),
    AG("Argeș"),
    BC("Bacău"),
    BH("Bihor"),
    BN("Bistrița-Năsăud"),
    BT("Botoșani"),
    BR("Brăila"),
    BV("Brașov"),
    B("București"),
    BZ("Buzău"),
    CL("Călărași"),
    CS("Caraș-Severin"),
    CJ("Cluj"),
    CT("Constanța"),
    CV("Covasna"),
    DB("Dâmbovița"),
    DJ("Dolj"),
    GL("Galați"),
    GR("Giurgiu"),
    GJ("Gorj"),
    HR("Harghita"),
    HD("Hunedoara"),
    IL("Ialomița"),
    IS("Iași"),
    IF("Ilfov"),
    MM("Maramureș"),
    MH("Mehedinți"),
    MS("Mureș"),
    NT("Neamț"),
    OT("Olt"),
    PH("Prahova"),
    SJ("Sălaj"),
    SM("Satu Mare"),
    SB("Sibiu"),
    SV("Suceava"),
    TR("Teleorman"),
    TM("Timiș"),
    TL("Tulcea"),
    VL("Vâlcea"),
    VS("Vaslui"),
    VN("Vrancea");

    private final String title;

    County(String title) {
        this.title = title;
    }

    /** With its diacritics. */
    public String title() {
        return title;
    }

    /** {@code RO-CJ}. */
    public String isoCode() {
        return "RO-" + name();
    }

    public static Optional<County> of(String code) {
        return Arrays.stream(values())
                .filter(county -> county.name().equals(code))
                .findFirst();
    }
}
