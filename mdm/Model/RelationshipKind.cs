namespace IntegrationHub.Mdm.Model;

/// <summary>How two parts of the registry stand to each other.</summary>
public enum RelationshipKind
{
    Household,
    Parent,
    Guardian,
    Entrepreneur,
    Officer,
}
