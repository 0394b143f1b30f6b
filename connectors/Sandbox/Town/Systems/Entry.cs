namespace IntegrationHub.Connectors.Sandbox.Town.Systems;

/// <summary>That a system holds a record about some of a family.</summary>
/// <param name="Local">Tells the family's records in this system apart; the same in every snapshot; below 64.</param>
/// <param name="People">Positions in the family; empty for an organisation or an anonymous letter.</param>
/// <param name="Household">Position of the household a household file is about, else -1.</param>
internal sealed record Entry(TownSystem System, int Local, IReadOnlyList<int> People, int Household = -1)
{
    public const int Organisation = 63, Anonymous = 62;
}
