namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>The catalogue of comparators, in the order they run: contacts look at what names and dates said.</summary>
internal static class Comparators
{
    public static IReadOnlyList<Comparator> All { get; } =
    [
        new SurnameComparator(),
        new GivenNameComparator(),
        new SexComparator(),
        new BirthDateComparator(),
        new BirthPlaceComparator(),
        new EmailComparator(),
        new PhoneComparator(),
        new AddressComparator(),
        new IdentifierComparator(),
    ];
}
