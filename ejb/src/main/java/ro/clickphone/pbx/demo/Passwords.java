package ro.clickphone.pbx.demo;

import ro.clickphone.pbx.extension.NewExtension;

/** What is written down for the person who tries the demo. */
final class Passwords {
    private final StringBuilder text =
            new StringBuilder("The generated passwords of the demo customers; nobody can read them again elsewhere.\n");

    void portal(String email, String password) {
        text.append("\nportal   ").append(email).append("   ").append(password).append('\n');
    }

    void phone(NewExtension added) {
        text.append("SIP      ")
                .append(added.settings().username())
                .append("   ")
                .append(added.password())
                .append("   ")
                .append(added.extension().name())
                .append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
