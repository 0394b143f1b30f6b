namespace IntegrationHub.Mdm.Model;

/// <summary>What happened to a golden record.</summary>
public enum ChangeKind
{
    Created,
    Updated,
    Merged,
    Split,
    Linked,
    Unlinked,
    Restricted,
    Released,
    Erased,
}
