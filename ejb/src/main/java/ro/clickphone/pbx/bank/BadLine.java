package ro.clickphone.pbx.bank;

import java.io.Serializable;

/** A line of a statement that could not be read. @param number counted from 1; @param why key of a text */
public record BadLine(long number, String why) implements Serializable {}
