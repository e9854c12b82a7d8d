/** The telephone engine as its host sees it: settings, start, commands, end. Nothing of a container may enter. */
package ro.clickphone.engine;
