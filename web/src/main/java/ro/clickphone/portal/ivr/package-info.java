/** The page of the manual's step 4: the interactive menus, drafted, tested, applied. */
package ro.clickphone.portal.ivr;
