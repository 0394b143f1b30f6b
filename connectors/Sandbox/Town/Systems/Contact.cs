using IntegrationHub.Connectors.Sandbox.Town.Errors;
using IntegrationHub.Connectors.Sandbox.Town.Population;

namespace IntegrationHub.Connectors.Sandbox.Town.Systems;

/// <summary>Which mailbox and which phone a record holds.</summary>
internal static class Contact
{
    private static readonly string[] Office = ["accueil@mairie-angers.example", "contact@mairie-angers.example", "nepasrepondre@mairie-angers.example"];

    /// <param name="guardian">Whose mailbox stands in for a child's or partner's.</param>
    public static string Email(Person person, Person? guardian, Mishaps mishaps)
    {
        if (mishaps.Happens(ErrorKind.EmailOffice))
        {
            return mishaps.Details(ErrorKind.EmailOffice).Of(Office);
        }

        if (mishaps.Happens(ErrorKind.EmailMissing))
        {
            return "";
        }

        var shared = person.Homes[0].FamilyEmail ?? (guardian is { Emails: [var partners, ..] } ? partners : null);
        var own = person.Emails.Count == 0 ? null : mishaps.Happens(ErrorKind.EmailOld, person.Emails.Count > 1) ? person.Emails[1] : person.Emails[0];
        var box = mishaps.Happens(ErrorKind.EmailShared, own is not null && shared is not null) ? shared : own ?? shared;
        if (box is null)
        {
            return "";
        }

        if (!mishaps.Happens(ErrorKind.EmailTypo))
        {
            return box;
        }

        var at = box.IndexOf('@', StringComparison.Ordinal);
        return Fold.Accents(Slip.In(box[..at], mishaps.Details(ErrorKind.EmailTypo))) + box[at..];
    }

    public static string Phone(Person person, Person? guardian, Mishaps mishaps)
    {
        if (mishaps.Happens(ErrorKind.PhoneMissing))
        {
            return "";
        }

        var shared = person.Homes[0].Landline ?? (guardian is { Mobiles: [var partners, ..] } ? partners : null);
        var own = person.Mobiles.Count == 0 ? null : mishaps.Happens(ErrorKind.PhoneOld, person.Mobiles.Count > 1) ? person.Mobiles[1] : person.Mobiles[0];
        var number = mishaps.Happens(ErrorKind.PhoneShared, own is not null && shared is not null) ? shared : own ?? shared;
        return number is null ? "" : mishaps.Happens(ErrorKind.PhoneDigit) ? Slip.Digit(number, mishaps.Details(ErrorKind.PhoneDigit)) : number;
    }
}
