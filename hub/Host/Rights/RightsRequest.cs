using System.Text.RegularExpressions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Host.Rights;

/// <summary>An order about a person, with its ground and its proof.</summary>
/// <param name="Person">Any golden id the person ever had.</param>
/// <param name="Reason">One of <see cref="RightsReasons"/> for the action.</param>
/// <param name="Proof">Reference of the letter or file that proves it: letters, digits and <c>. / _ -</c>, at most 64. It outlives an erasure, so it must not name the person.</param>
/// <param name="Death">What is noted; for <see cref="RightsAction.Death"/> alone.</param>
public sealed partial record RightsRequest(GoldenId Person, RightsAction Action, string Reason, string Proof, Death? Death = null)
{
    /// <summary>The property that cannot be used as sent; null when all can.</summary>
    /// <param name="today">A death lies not in the future.</param>
    public string? Problem(DateOnly today) =>
        !RightsReasons.Of(Action).Contains(Reason, StringComparer.Ordinal) ? "reason"
        : !Reference().IsMatch(Proof) ? "proof"
        : Action == RightsAction.Death && (Death?.Date is not { } date || date.CompareTo(new PartialDate(today.Year, today.Month, today.Day)) > 0) ? "date"
        : Death?.PlaceCode is { } place && !Commune().IsMatch(place) ? "place"
        : null;

    [GeneratedRegex("^[0-9A-Za-z][0-9A-Za-z./_-]{0,63}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();

    // INSEE's codes of communes, and of countries (99…).
    [GeneratedRegex("^[0-9][0-9AB][0-9]{3}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Commune();
}
