namespace IntegrationHub.Mdm.Matching.Documents;

/// <summary>How often the values of one domain occur.</summary>
/// <param name="Reference">u of the exact level: adjusted by nothing.</param>
/// <param name="Unknown">Frequency of a value not in the table.</param>
/// <param name="Floor">Rarest frequency believed.</param>
/// <param name="Shares">Share of records by folded value's hash.</param>
/// <param name="Names">Values that are words of their own, never another's misspelling.</param>
internal sealed record FrequencyTable(double Reference, double Unknown, double Floor, IReadOnlyList<KeyValuePair<ulong, double>> Shares, IReadOnlyList<ulong> Names);
