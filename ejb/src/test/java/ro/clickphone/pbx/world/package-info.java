/**
 * The services as they run, on a real MariaDB with the real migrations, without a server: for tests of what the database
 * must hold. The clock is the test's own.
 */
package ro.clickphone.pbx.world;
