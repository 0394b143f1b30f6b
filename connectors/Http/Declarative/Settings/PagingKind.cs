namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>How a system says where the next page is.</summary>
public enum PagingKind
{
    /// <summary>One answer holds all.</summary>
    None,

    /// <summary>So many records are skipped: <c>{offset}</c>.</summary>
    Offset,

    /// <summary>Pages are numbered: <c>{page}</c>.</summary>
    Page,

    /// <summary>Each answer holds an opaque word for the next request: <c>{cursor}</c>.</summary>
    Cursor,

    /// <summary>Each answer names the next address in a <c>Link</c> header (RFC 8288, <c>rel="next"</c>).</summary>
    LinkHeader,

    /// <summary>Each answer names the next address in its body.</summary>
    NextLink,
}
