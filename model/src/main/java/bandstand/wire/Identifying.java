package bandstand.wire;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names of columns and attributes look like a child's identity. */
final class Identifying {
  private static final Set<String> WHOLE =
      Set.of(
          "name",
          "names",
          "initials",
          "alias",
          "aliases",
          "knownas",
          "nickname",
          "dob",
          "dateofb",
          "birthday",
          "born",
          "street",
          "postal",
          "zip",
          "nhs",
          "nhsno",
          "pnc",
          "pncid",
          "pncno",
          "nino",
          "upn",
          "uln",
          "passport",
          "phone",
          "tel",
          "mobile",
          "mail");

  /** Long enough not to stand in another word by chance. */
  private static final Pattern PART =
      Pattern.compile(
          "(first|given|middle|last|family|full|sur|fore|maiden|birth|preferred|legal|known"
              + "|child|childs|childrens|person|persons|people|yp|client|clients|subject|subjects"
              + "|mother|mothers|father|fathers|parent|parents|carer|carers|guardian|guardians"
              + "|victim|victims)names?$"
              + "|^(name|names)of|surname|firstname|lastname|forename|fullname"
              + "|dateofbirth|birthdate|birthday|postcode|postalcode|zipcode|address"
              + "|nhsnum|nhsid|pncnum|nationalinsurance|ninumber|passportn|pupilnumber"
              + "|telephone|phonen|mobilen|mobilephone|homephone|email");

  private Identifying() {}

  /** In any case, with any spacing and punctuation. */
  static boolean is(String name) {
    String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    return WHOLE.contains(letters) || PART.matcher(letters).find();
  }
}
