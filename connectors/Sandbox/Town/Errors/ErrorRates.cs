namespace IntegrationHub.Connectors.Sandbox.Town.Errors;

/// <summary>How often each error happens in a system, among the records in which it can happen. The README shows the same table.</summary>
/// <remarks>1 means that the system never holds the thing: finance has no birth dates, documents have no birth names.</remarks>
public sealed record ErrorRates
{
    private static readonly (ErrorKind Kind, double[] Rates)[] Table =
    [
        // kind, crm, portail, finance, ged, signature, famille
        (ErrorKind.AccentsLost, [0.30, 0.05, 1, 0.30, 0.20, 0.20]),
        (ErrorKind.Capitals, [0.25, 1, 1, 0.35, 0.15, 0.10]),
        (ErrorKind.SurnameTypo, [0.035, 0.002, 0.035, 0.04, 0.02, 0.02]),
        (ErrorKind.GivenNameTypo, [0.03, 0.002, 0.025, 0.03, 0.015, 0.02]),
        (ErrorKind.NamesSwapped, [0.012, 0, 0.015, 0.015, 0.02, 0.005]),
        (ErrorKind.ParticleDropped, [0.10, 0, 0.20, 0.15, 0.10, 0.08]),
        (ErrorKind.ParticleAttached, [0.06, 0, 0.10, 0.08, 0.05, 0.04]),
        (ErrorKind.HyphenAsSpace, [0.25, 0.04, 0.60, 0.30, 0.20, 0.20]),
        (ErrorKind.HalfOfDoubleName, [0.08, 0, 0.15, 0.15, 0.15, 0.08]),
        (ErrorKind.Nickname, [0.02, 0, 0.01, 0.015, 0.04, 0.01]),
        (ErrorKind.Initial, [0.005, 0, 0.012, 0.005, 0, 0]),
        (ErrorKind.OneGivenName, [0.60, 0, 0.93, 0.85, 0.97, 0.80]),
        (ErrorKind.EverydayName, [0.60, 0, 0.50, 0.60, 0.80, 0.60]),
        (ErrorKind.UsageNameAsBirthName, [0.40, 0, 1, 1, 1, 0.20]),
        (ErrorKind.StaleName, [0.04, 0, 0.05, 0.05, 0.02, 0.02]),
        (ErrorKind.DayMonthSwapped, [0.015, 0, 0, 0.015, 0, 0.008]),
        (ErrorKind.DateDigit, [0.02, 0.001, 0, 0.02, 0, 0.012]),
        (ErrorKind.DateMissing, [0.12, 0, 1, 0.25, 1, 0.03]),
        (ErrorKind.DateJunk, [0.005, 0, 0, 0.002, 0, 0]),
        (ErrorKind.PlaceMissing, [0.45, 0, 1, 1, 1, 0.40]),
        (ErrorKind.SexMissing, [0.08, 0, 0.30, 0.15, 1, 0.02]),
        (ErrorKind.EmailMissing, [0.30, 0.01, 0.50, 0.45, 0.02, 0.15]),
        (ErrorKind.EmailOld, [0.15, 0.04, 0.15, 0.12, 0.06, 0.08]),
        (ErrorKind.EmailShared, [0.05, 0.02, 0.06, 0.04, 0.03, 0.08]),
        (ErrorKind.EmailTypo, [0.015, 0, 0.015, 0.015, 0.006, 0.012]),
        (ErrorKind.EmailOffice, [0.004, 0, 0.006, 0, 0, 0]),
        (ErrorKind.PhoneMissing, [0.20, 0.25, 0.50, 1, 0.10, 0.06]),
        (ErrorKind.PhoneOld, [0.12, 0.04, 0.12, 0, 0.05, 0.06]),
        (ErrorKind.PhoneShared, [0.12, 0.02, 0.12, 0, 0.03, 0.08]),
        (ErrorKind.PhoneDigit, [0.008, 0.001, 0.008, 0, 0.003, 0.006]),
        (ErrorKind.AddressMissing, [0.06, 0.30, 0.02, 0.12, 1, 0.01]),
        (ErrorKind.AddressOld, [0.12, 0.06, 0.10, 0.10, 0, 0.04]),
        (ErrorKind.StreetAbbreviated, [0.30, 0.05, 0.80, 0.30, 0, 0.20]),
        (ErrorKind.StreetTypo, [0.04, 0.01, 0.04, 0.04, 0, 0.03]),
        (ErrorKind.NumberWrong, [0.015, 0.004, 0.015, 0.015, 0, 0.01]),
        (ErrorKind.Duplicate, [0.05, 0, 0.04, 0.40, 0.15, 0]),
    ];

    private readonly double[] rates;

    private ErrorRates(TownSystem system)
    {
        rates = new double[Enum.GetValues<ErrorKind>().Length];
        foreach (var (kind, row) in Table)
        {
            rates[(int)kind] = row[(int)system];
        }
    }

    private static readonly ErrorRates[] All = [.. Enum.GetValues<TownSystem>().Select(system => new ErrorRates(system))];

    public static ErrorRates Of(TownSystem system) => All[(int)system];

    public double this[ErrorKind kind] => rates[(int)kind];
}
