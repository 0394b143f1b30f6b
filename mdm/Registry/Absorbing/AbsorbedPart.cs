using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Absorbing;

/// <summary>Where one citizen of an absorbed record stands now.</summary>
/// <param name="Golden">Its golden record.</param>
/// <param name="ToVerify">A review task names this part: the golden id may still change by a steward's decision.</param>
public sealed record AbsorbedPart(PartKey Key, GoldenId Golden, bool ToVerify);
