/** The database: how the application reaches it. Nothing of the business, and no statement in SQL, may enter. */
package ro.clickphone.db;
