namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>What reaching a level of a comparison means, laid out for the inner loop.</summary>
/// <param name="Weight">log2(m/u), thousandths of a bit; 0 for silence.</param>
/// <param name="Kin">log2(kin/u), thousandths of a bit.</param>
/// <param name="Factor">Share of the frequency adjustment it takes, thousandths.</param>
/// <param name="When">A bit for every veto that this level does not rule out.</param>
/// <param name="Unless">A bit for every veto that this level lifts.</param>
internal readonly record struct LevelWeights(int Weight, int Kin, int Factor, ulong When, ulong Unless)
{
    /// <summary>Levels a comparison has room for, silence the last.</summary>
    public const int Room = 16;
}
