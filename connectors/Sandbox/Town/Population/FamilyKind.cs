namespace IntegrationHub.Connectors.Sandbox.Town.Population;

internal enum FamilyKind
{
    Single,
    Couple,
    CoupleWithChildren,
    SingleParent,

    /// <summary>Two homes; the children live in both.</summary>
    Separated,

    /// <summary>Elderly parents in one home, an adult child with spouse and children in another.</summary>
    Extended,
}
