use std::cell::RefCell;

/// Random bits for one name.
const PIECE: usize = size_of::<u128>();
/// Asked of the system at once: a system call for each request would cost more than the rest of
/// its name.
const POOL: usize = 64 * PIECE;

struct Pool {
    bytes: [u8; POOL],
    used: usize,
}

thread_local! {
    static BITS: RefCell<Pool> = const {
        RefCell::new(Pool { bytes: [0; POOL], used: POOL })
    };
}

/// Random bits for the name of a request. No secret: only uniqueness is asked of them.
pub(crate) fn random_bits() -> u128 {
    BITS.with_borrow_mut(|pool| {
        if pool.used == POOL {
            // Without a source every request still gets answered, under a name of zeros.
            let _ = getrandom::fill(&mut pool.bytes);
            pool.used = 0;
        }
        let mut piece = [0; PIECE];
        piece.copy_from_slice(&pool.bytes[pool.used..pool.used + PIECE]);
        pool.used += PIECE;
        u128::from_ne_bytes(piece)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::random_bits;

    #[test]
    fn no_bits_come_twice() {
        let drawn: HashSet<u128> = (0..1000).map(|_| random_bits()).collect();
        assert_eq!(drawn.len(), 1000);
    }
}
