package ro.clickphone.pbx.ivr;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ro.clickphone.pbx.extension.ExtensionUse;
import ro.clickphone.pbx.extension.ExtensionUses;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** An extension that a menu rings, the live one or the draft, cannot be deleted. */
@ApplicationScoped
class MenuUses implements ExtensionUses {
    @Inject
    private IvrService menus;

    @Override
    public List<ExtensionUse> of(AccountId account, ExtensionNumber extension) {
        return Stream.of(menus.live(account), menus.draft(account).tree())
                .flatMap(tree -> tree.menus().values().stream())
                .flatMap(menu -> lines(menu)
                        .filter(line -> line.getValue().rung().contains(extension))
                        .map(line -> ExtensionUse.of("use.menu", menu.name(), line.getKey())))
                .distinct()
                .toList();
    }

    private static Stream<Map.Entry<Character, MenuAction>> lines(Menu menu) {
        return Stream.concat(
                menu.keys().entrySet().stream(),
                Stream.of(Map.entry('i', menu.invalid()), Map.entry('t', menu.timeout())));
    }
}
