namespace IntegrationHub.Mappings.Engine.Functions;

/// <summary>Kinds of values in the words of error messages and the reference page.</summary>
internal static class ValueKindWords
{
    private static readonly (ValueKind Kind, string Words)[] All =
    [
        (ValueKind.Text, "a text"), (ValueKind.Texts, "a list of texts"), (ValueKind.Columns, "several columns"), (ValueKind.Date, "a date"),
        (ValueKind.Sex, "a sex"), (ValueKind.Instant, "an instant"), (ValueKind.Number, "a number"), (ValueKind.Flag, "yes or no"),
        (ValueKind.Place, "a place of birth"), (ValueKind.Address, "an address"),
    ];

    public static string Words(this ValueKind kind) => string.Join(" or ", All.Where(a => kind.HasFlag(a.Kind)).Select(a => a.Words));
}
