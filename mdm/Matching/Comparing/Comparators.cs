using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>The catalogue of comparators, in the order they run: what costs least first, for most pairs are given up early; given names after surnames, whose swap they look at.</summary>
internal static class Comparators
{
    public static IReadOnlyList<Comparator> All { get; } =
    [
        new BirthDateComparator(),
        new SexComparator(),
        new SurnameComparator(),
        new GivenNameComparator(),
        new BirthPlaceComparator(),
        new EmailComparator(),
        new PhoneComparator(),
        new AddressComparator(),
        new IdentifierComparator(),
        new TextComparator("text1", Field.Text1),
        new TextComparator("text2", Field.Text2),
        new TextComparator("text3", Field.Text3),
        new CodeComparator("code1", Field.Code1),
        new CodeComparator("code2", Field.Code2),
        new NumberComparator("number1", Field.Number1),
        new NumberComparator("number2", Field.Number2),
        new DateComparator("date1", Field.Date1),
    ];
}
