namespace IntegrationHub.Connectors.Finance.Pes;

/// <summary>An order: a <c>mandat</c> pays a creditor, a <c>titre</c> claims from a debtor.</summary>
/// <param name="Documents">References of the supporting documents (<c>PJRef/IdUnique</c>): invoices for the most part.</param>
internal sealed record PesPiece(string Kind, string Year, string Slip, string Date, string Number, string Subject, string Amount, IReadOnlyList<string> Documents)
{
    /// <summary>Unique in a budget: year, slip, order.</summary>
    public string Reference => $"{Year}-{Slip}-{Number}";
}
